import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  AIMED,
  CATEGORIES,
  type Classify,
  classifierOf,
  measureCategories,
  measureEvidence,
  measureOffTopic,
  measureScope,
  measureStatus,
  type Report,
  type Share,
} from './classify/measure.ts';
import {
  corpusFolder,
  type Row,
  readEventGold,
  readHandLabelled,
  readOffTopic,
  readPublicSets,
} from './classify/rows.ts';
import { describe, f1Of, share, type Tally } from './classify/tally.ts';

const FLOORS = path.resolve(import.meta.dirname, 'floors.json');
const FIGURES = ['handMacro', 'publicArrests', 'scope', 'status', 'offTopicSilent', 'evidence'] as const;
const floorsSchema = z.object({
  classify: z.object(Object.fromEntries(FIGURES.map((name) => [name, z.number()]))),
});
type Figures = Readonly<Record<(typeof FIGURES)[number], number>>;

/** `--errors=KIND`, a category, `scope`, `status` or `off-topic`: shows what was judged wrongly. */
const shown = process.argv.find((argument) => argument.startsWith('--errors='))?.slice('--errors='.length);
const report: Report = (kind, line) => {
  if (kind === shown) console.log(`  ${line}`);
};

/** Prints a table and returns the tallies of the set. */
function printCategories(
  name: string,
  rows: readonly Row[],
  classify: Classify,
): Readonly<Record<string, Tally>> {
  console.log(`\n${name}`);
  const { ours, keywords } = measureCategories(rows, classify, report);
  console.log(`${'category'.padEnd(20)}    n    pos  precision         recall            F1     keywords F1`);
  for (const category of CATEGORIES) {
    const tally = ours[category] as Tally;
    if (tally.n > 0)
      console.log(
        `${category.padEnd(20)}${describe(tally)}  ${f1Of(keywords[category] as Tally)
          .toFixed(3)
          .padStart(10)}`,
      );
  }
  return ours;
}

function macroF1(tallies: Readonly<Record<string, Tally>>): number {
  return AIMED.reduce((sum, category) => sum + f1Of(tallies[category] as Tally), 0) / AIMED.length;
}

/** Measures the shipped watch and template; null, with the reason printed, where the corpus is absent. */
export function run(): Figures | null {
  if (!existsSync(corpusFolder)) {
    console.log(`Classification: not measured, since there is no corpus at ${corpusFolder}`);
    return null;
  }
  console.log(
    'All texts taken as in scope. Figures with 95 % Wilson intervals; the hand-labelled half was seen while the rules were written.',
  );
  const classify = classifierOf(process.argv.find((argument) => argument.endsWith('.yaml')));
  const hand = readHandLabelled();
  const event = readEventGold();
  const publicRows = readPublicSets();

  const handMacro = macroF1(
    printCategories('Hand-labelled sentences, headlines and leads (en)', hand, classify),
  );
  console.log(`macro-F1 of ${AIMED.join(', ')}: ${handMacro.toFixed(3)}`);
  for (const lang of ['en', 'es'])
    printCategories(
      `Headlines of the event and look-alikes (${lang})`,
      event.filter((row) => row.lang === lang),
      classify,
    );
  for (const source of new Set(publicRows.map((row) => row.source)))
    printCategories(
      `${source} (en)`,
      publicRows.filter((row) => row.source === source),
      classify,
    );
  const sentences = publicRows.filter(({ source }) => source === 'IndiaPoliceEvents-sent');
  const publicArrests = f1Of(measureCategories(sentences, classify, () => {}).ours.arrests as Tally);

  const scope = measureScope(event, classify, report);
  const scopeRight = { hits: scope.n - scope.spurious - scope.missed, n: scope.n };
  console.log(
    `\nScope of the shipped watch   n    pos  precision         recall            F1\n${' '.repeat(24)}${describe(scope)}`,
  );
  const status = measureStatus(event, classify, report);
  const offTopic = measureOffTopic(readOffTopic(), classify, report);
  const evidence = measureEvidence([...hand, ...event, ...publicRows], classify);
  print('Scope right', scopeRight);
  print('Status right, of signals found and labelled', status);
  print('Off topic (business, sport, culture, technology), with any signal', offTopic);
  print('Evidence that equals its text', evidence);
  return {
    handMacro,
    publicArrests,
    scope: scopeRight.hits / scopeRight.n,
    status: status.hits / status.n,
    offTopicSilent: 1 - offTopic.hits / offTopic.n,
    evidence: evidence.hits / evidence.n,
  };
}

function print(name: string, { hits, n }: Share): void {
  console.log(`${name}: ${hits} of ${n}, ${share(hits, n)}`);
}

/** False when a figure is under its floor. */
function passes(figures: Figures): boolean {
  const { classify } = floorsSchema.parse(JSON.parse(readFileSync(FLOORS, 'utf8')));
  const under = FIGURES.filter((name) => figures[name] < (classify[name] ?? 0));
  for (const name of under)
    console.log(`Under its floor: ${name} ${figures[name].toFixed(3)}, floor ${classify[name]}`);
  return under.length === 0;
}

if (process.argv[1] === import.meta.filename) {
  const figures = run();
  if (figures && !passes(figures)) process.exitCode = 1;
}
