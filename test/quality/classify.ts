import { existsSync } from 'node:fs';
import { compileWatches } from '@aftermath/classify';
import type { Decision } from '@aftermath/core';
import { keywordMatch } from './classify/baseline.ts';
import { measuredWatch } from './classify/measured-watch.ts';
import {
  corpusFolder,
  type Row,
  readEventGold,
  readHandLabelled,
  readOffTopic,
  readPublicSets,
} from './classify/rows.ts';
import { count, describe, emptyTally, f1Of, share, type Tally } from './classify/tally.ts';

/** The categories of the aim: macro-F1 over these four. */
const AIMED = ['arrests', 'sanctions', 'joint-operations', 'regional-reaction'];
const CATEGORIES = [...AIMED, 'official-claims', 'legal-authority', 'use-of-force'];

const showErrors = process.argv
  .find((argument) => argument.startsWith('--errors='))
  ?.slice('--errors='.length);

type Classify = (row: Row) => Decision;

function classifierOf(): Classify {
  const classifier = compileWatches([
    measuredWatch(process.argv.find((argument) => argument.endsWith('.yaml'))),
  ]);
  return (row) => classifier.classify(row, { allInScope: true })[0] as Decision;
}

/** Precision, recall and F1 per category on one set, with the base line beside. */
function measureCategories(name: string, rows: readonly Row[], classify: Classify): Map<string, Tally> {
  console.log(
    `\n${name}\n${'category'.padEnd(20)}    n    pos  precision         recall            F1     keywords F1`,
  );
  const ours = new Map<string, Tally>();
  const plain = new Map<string, Tally>();
  for (const row of rows) {
    const { signals } = classify(row);
    for (const category of row.judged) {
      if (!CATEGORIES.includes(category)) continue;
      const is = row.labels.includes(category);
      const said = signals.find((signal) => signal.category === category);
      tallyOf(ours, category);
      count(tallyOf(ours, category), said !== undefined, is);
      count(tallyOf(plain, category), keywordMatch(category, `${row.title} ${row.text}`), is);
      if ((said !== undefined) !== is && showErrors === category)
        console.log(
          `  ${is ? 'MISSED' : 'SPURIOUS'} ${row.id} ${said?.evidence[0]?.why ?? ''}\n     ${(said?.evidence[0]?.quote ?? `${row.title} ## ${row.text}`).slice(0, 420)}`,
        );
    }
  }
  for (const category of CATEGORIES) {
    const tally = ours.get(category);
    if (tally !== undefined)
      console.log(
        `${category.padEnd(20)}${describe(tally)}  ${f1Of(tallyOf(plain, category)).toFixed(3).padStart(10)}`,
      );
  }
  const measured = AIMED.filter(
    (category) => (ours.get(category)?.right ?? 0) + (ours.get(category)?.missed ?? 0) > 0,
  );
  const macro =
    measured.reduce((sum, category) => sum + f1Of(tallyOf(ours, category)), 0) / Math.max(1, measured.length);
  console.log(`macro-F1 of ${measured.join(', ')}: ${macro.toFixed(3)}`);
  return ours;
}

function tallyOf(tallies: Map<string, Tally>, category: string): Tally {
  const tally = tallies.get(category) ?? emptyTally();
  tallies.set(category, tally);
  return tally;
}

function measureScopeAndStatus(rows: readonly Row[], classify: Classify): { scope: number; status: number } {
  const scope = emptyTally();
  let scopeRight = 0;
  let statusRight = 0;
  let statusN = 0;
  for (const row of rows) {
    const decision = classify(row);
    if (row.inScope !== null) {
      count(scope, decision.inScope, row.inScope);
      if (decision.inScope === row.inScope) scopeRight += 1;
      else if (showErrors === 'scope')
        console.log(
          `  scope ${row.inScope ? 'MISSED' : 'SPURIOUS'} ${row.id} ${row.title} ## ${row.text.slice(0, 200)}`,
        );
    }
    for (const { category, status, evidence } of decision.signals) {
      const is = row.status[category];
      if (is === undefined) continue;
      statusN += 1;
      if (status === is) statusRight += 1;
      else if (showErrors === 'status')
        console.log(`  status ${category}: ${status}, is ${is}: ${evidence[0]?.quote} (${evidence[0]?.why})`);
    }
  }
  console.log(
    `\nScope of the shipped watch (headlines of the event and look-alikes)\n${' '.repeat(20)}${describe(scope)}   right ${share(scopeRight, scope.n)}`,
  );
  console.log(`Status of the signals found and labelled: right ${share(statusRight, statusN)} of ${statusN}`);
  return { scope: scopeRight / scope.n, status: statusRight / statusN };
}

function measureOffTopic(rows: readonly Row[], classify: Classify): number {
  let withSignal = 0;
  for (const row of rows) {
    const { signals } = classify(row);
    if (signals.length === 0) continue;
    withSignal += 1;
    if (showErrors === 'off-topic')
      for (const { category, evidence } of signals)
        console.log(`  ${category} ${row.id}: ${evidence[0]?.quote.slice(0, 300)} (${evidence[0]?.why})`);
  }
  console.log(
    `\nOff topic (business, sport, culture, technology), all taken as in scope: ${withSignal} of ${rows.length} with any signal, ${share(withSignal, rows.length)}`,
  );
  return withSignal / rows.length;
}

function measureEvidence(rows: readonly Row[], classify: Classify): number {
  let quotes = 0;
  let valid = 0;
  for (const row of rows)
    for (const { evidence } of classify(row).signals)
      for (const { field, start, end, quote } of evidence) {
        quotes += 1;
        if (quote !== '' && row[field].slice(start, end) === quote) valid += 1;
      }
  console.log(`Evidence that equals its text at its offsets: ${valid} of ${quotes}`);
  return valid / quotes;
}

/** Measures the shipped watch and template; null, with the reason printed, where the corpus is absent. */
export function run(): Readonly<
  Record<'handMacro' | 'arrests' | 'scope' | 'status' | 'offTopic' | 'evidence', number>
> | null {
  if (!existsSync(corpusFolder)) {
    console.log(`Classification: not measured, since there is no corpus at ${corpusFolder}`);
    return null;
  }
  const classify = classifierOf();
  const hand = readHandLabelled();
  const event = readEventGold();
  const publicRows = readPublicSets();
  const handTallies = measureCategories('Hand-labelled sentences, headlines and leads (en)', hand, classify);
  for (const lang of ['en', 'es'])
    measureCategories(
      `Headlines of the event and look-alikes (${lang})`,
      event.filter((row) => row.lang === lang),
      classify,
    );
  let arrests = 0;
  for (const source of [...new Set(publicRows.map((row) => row.source))]) {
    const tallies = measureCategories(
      `${source} (en)`,
      publicRows.filter((row) => row.source === source),
      classify,
    );
    if (source === 'WikiEvents') arrests = f1Of(tallyOf(tallies, 'arrests'));
  }
  const { scope, status } = measureScopeAndStatus(event, classify);
  const offTopic = measureOffTopic(readOffTopic(), classify);
  const evidence = measureEvidence([...hand, ...event], classify);
  const handMacro =
    AIMED.reduce((sum, category) => sum + f1Of(tallyOf(handTallies, category)), 0) / AIMED.length;
  return { handMacro, arrests, scope, status, offTopic, evidence };
}

if (process.argv[1] === import.meta.filename) run();
