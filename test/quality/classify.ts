import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import {
  type Mistake,
  measureCountries,
  measureEvidence,
  measureOffTopic,
  measureScope,
  measureStatus,
  measureSystem,
  reportMistakes,
} from './classify/measure.ts';
import {
  readCountrySentences,
  readSampleRows,
  readScopeHeadlines,
  readTestSentences,
} from './classify/own-rows.ts';
import { calibrationError, reliability } from './classify/reliability.ts';
import {
  aimedMacroF1,
  printCategories,
  printConfusion,
  printReliability,
  printScope,
  printShare,
  printWorst,
} from './classify/report.ts';
import {
  corpusFiles,
  corpusFolder,
  type Row,
  readEventGold,
  readHandLabelled,
  readOffTopic,
  readPublicSets,
} from './classify/rows.ts';
import { classifierOf, systemsOf } from './classify/systems.ts';
import { f1Of, type Tally } from './classify/tally.ts';

const FLOORS = path.resolve(import.meta.dirname, 'floors.json');
const SAMPLE_WATCH = path.resolve(import.meta.dirname, '../../packages/sample/watch.yaml');
const floorsSchema = z.object({
  classify: z.object({ corpus: z.string(), floors: z.record(z.string(), z.number()) }),
});
type Figures = Readonly<Record<string, number>>;

/** `--errors=KIND`: every error of a category, `scope`, `status` or `off-topic`; without it the worst few of each. */
const shown = process.argv.find((argument) => argument.startsWith('--errors='))?.slice('--errors='.length);
const mistakes: Mistake[] = [];
const report = (mistake: Mistake) => mistakes.push(mistake);

/** Measures the shipped watch, template and model: on our own data always, on the corpora where they are. */
export function run(): Figures {
  const own = measureOwn();
  const corpora = existsSync(corpusFolder) ? measureCorpora() : {};
  if (!existsSync(corpusFolder))
    console.log(`\nThe corpora: not measured, since there is none at ${corpusFolder}`);
  if (shown === undefined) printWorst(mistakes);
  else for (const { kind, line } of mistakes) if (kind === shown) console.log(`  ${line}`);
  return { ...own, ...corpora };
}

function measureOwn(): Figures {
  const classify = classifierOf();
  const systems = systemsOf(classify);
  const sentences = readTestSentences();
  console.log(
    'All texts taken as in scope. Precision and recall with 95 % Wilson intervals, F1 with 95 % bootstrap intervals.',
  );
  const all = printCategories('Our own sentences that were kept back from training', sentences, systems);
  for (const lang of ['en', 'es', 'pt'])
    printCategories(
      `… ${lang}`,
      sentences.filter((row) => row.lang === lang),
      systems,
    );
  printConfusion(sentences, systems.shipped);
  const onSample = classifierOf(SAMPLE_WATCH);
  const sample = readSampleRows();
  const articles = printCategories('Articles of the sample', sample, systemsOf(onSample, SAMPLE_WATCH));
  const status = measureStatus(sentences, classify, () => {});
  const sampleStatus = measureStatus(sample, onSample, () => {});
  const scope = measureScope(readScopeHeadlines(), classify, () => {});
  const countries = measureCountries(readCountrySentences(), (row) => [
    ...new Set(classify(row).signals.flatMap((signal) => signal.countries)),
  ]);
  console.log('');
  printScope('Scope, our own headlines', scope);
  printScope('Countries beside the evidence', countries);
  printShare('Status right, our own sentences', status);
  printShare('Status right, sample', sampleStatus);
  return {
    ownF1: f1Of(pooled(Object.values(all))),
    sampleF1: f1Of(pooled(Object.values(articles))),
    ownStatus: status.hits / status.n,
    sampleStatus: sampleStatus.hits / sampleStatus.n,
    ownScope: 1 - (scope.missed + scope.spurious) / scope.n,
    countries: f1Of(countries),
  };
}

function pooled(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { right, spurious, missed, n }) => ({
      right: sum.right + right,
      spurious: sum.spurious + spurious,
      missed: sum.missed + missed,
      n: sum.n + n,
    }),
    { right: 0, spurious: 0, missed: 0, n: 0 },
  );
}

function measureCorpora(): Figures {
  const classify = classifierOf();
  const systems = systemsOf(classify);
  const hand = readHandLabelled();
  const event = readEventGold();
  const publicRows = readPublicSets();
  const bySource = (source: string) => publicRows.filter((row) => row.source === source);
  console.log('\nThe corpora. Rules were written looking at the hand-labelled and event halves: optimistic.');
  const tallies = printCategories('Hand-labelled sentences, headlines and leads (en)', hand, systems);
  const aimed = Object.entries(systems).map(
    ([name, system]) => `${name} ${aimedMacroF1(measureSystem(hand, system)).toFixed(3)}`,
  );
  console.log(`macro-F1 of the four aimed at: ${aimed.join(', ')}`);
  for (const lang of ['en', 'es'])
    printCategories(`Headlines of the event and look-alikes (${lang})`, inLanguage(event, lang), systems);
  for (const source of new Set(publicRows.map((row) => row.source)))
    printCategories(`${source} (en)`, bySource(source), {
      shipped: systems.shipped,
      keywords: systems.keywords,
    });
  reportMistakes([...hand, ...event], classify, report);
  const police = printCategories(
    'IndiaPoliceEvents-sent, again, with all base lines',
    bySource('IndiaPoliceEvents-sent'),
    systems,
  );
  const bins = reliability([...hand, ...event], classify);
  printReliability(bins, calibrationError(bins));
  console.log('');
  for (const lang of ['en', 'es'])
    printScope(
      `Scope of the shipped watch (${lang})`,
      measureScope(inLanguage(event, lang), classify, report),
    );
  const scope = measureScope(event, classify, () => {});
  const status = measureStatus(event, classify, report);
  const offTopic = measureOffTopic(readOffTopic(), classify, report);
  const evidence = measureEvidence([...hand, ...event, ...publicRows], classify);
  printShare('Status right, of signals found and labelled', status);
  printShare('Off topic (business, sport, culture, technology), with any signal', offTopic);
  printShare('Evidence that equals its text', evidence);
  return {
    handMacro: aimedMacroF1(tallies),
    publicArrests: f1Of(police.arrests as Tally),
    scope: 1 - (scope.missed + scope.spurious) / scope.n,
    status: status.hits / status.n,
    offTopicSilent: 1 - offTopic.hits / offTopic.n,
    evidence: evidence.hits / evidence.n,
  };
}

function inLanguage(rows: readonly Row[], lang: string): Row[] {
  return rows.filter((row) => row.lang === lang);
}

/** SHA-256 of the corpus that the floors were set on: on another one they mean nothing. */
function corpusHash(): string {
  const hash = createHash('sha256');
  for (const file of corpusFiles()) hash.update(readFileSync(file));
  return hash.digest('hex');
}

/** False when a figure is under its floor, or the corpus isn't the one that the floors were set on. */
function passes(figures: Figures): boolean {
  const { classify } = floorsSchema.parse(JSON.parse(readFileSync(FLOORS, 'utf8')));
  const hash = existsSync(corpusFolder) ? corpusHash() : classify.corpus;
  if (hash !== classify.corpus)
    console.log(
      `The corpus has changed (SHA-256 ${hash}): set the floors anew in ${FLOORS}, with this hash.`,
    );
  const under = Object.entries(figures).filter(([name, figure]) => figure < (classify.floors[name] ?? 0));
  for (const [name, figure] of under)
    console.log(`Under its floor: ${name} ${figure.toFixed(3)}, floor ${classify.floors[name]}`);
  return under.length === 0 && hash === classify.corpus;
}

if (process.argv[1] === import.meta.filename) {
  const figures = run();
  console.log(
    `\n${Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure.toFixed(3)}`)
      .join(', ')}`,
  );
  if (!passes(figures)) process.exitCode = 1;
}
