import { compileWatches } from '@aftermath/classify';
import type { Decision } from '@aftermath/core';
import { keywordMatch } from './baseline.ts';
import { measuredWatch } from './measured-watch.ts';
import type { Row } from './rows.ts';
import { count, emptyTally, type Tally } from './tally.ts';

/** The categories of the aim: macro-F1 over these four. */
export const AIMED = ['arrests', 'sanctions', 'joint-operations', 'regional-reaction'];
export const CATEGORIES = [...AIMED, 'official-claims', 'legal-authority', 'use-of-force'];

export type Classify = (row: Row) => Decision;

/** Something that was judged wrongly, in a line for people. */
export type Report = (kind: string, line: string) => void;

/** @param watchFile another watch than the shipped one */
export function classifierOf(watchFile?: string): Classify {
  const classifier = compileWatches([measuredWatch(watchFile)]);
  return (row) => classifier.classify(row, { allInScope: true })[0] as Decision;
}

export interface CategoryTallies {
  readonly ours: Readonly<Record<string, Tally>>;
  readonly keywords: Readonly<Record<string, Tally>>;
}

/** Right and wrong per category, with a plain keyword match beside. Rows say nothing of categories not judged in them. */
export function measureCategories(rows: readonly Row[], classify: Classify, report: Report): CategoryTallies {
  const ours = Object.fromEntries(CATEGORIES.map((category) => [category, emptyTally()]));
  const keywords = Object.fromEntries(CATEGORIES.map((category) => [category, emptyTally()]));
  for (const row of rows) {
    const { signals } = classify(row);
    for (const category of CATEGORIES.filter((one) => row.judged.includes(one))) {
      const is = row.labels.includes(category);
      const evidence = signals.find((signal) => signal.category === category)?.evidence[0];
      count(ours[category] as Tally, evidence !== undefined, is);
      count(keywords[category] as Tally, keywordMatch(category, `${row.title} ${row.text}`), is);
      if (is && evidence === undefined)
        report(category, `missed ${row.id}: ${row.title} ${row.text.slice(0, 400)}`);
      if (!is && evidence !== undefined)
        report(category, `spurious ${row.id}: ${evidence.quote} (${evidence.why})`);
    }
  }
  return { ours, keywords };
}

export function measureScope(rows: readonly Row[], classify: Classify, report: Report): Tally {
  const tally = emptyTally();
  for (const row of rows) {
    if (row.inScope === null) continue;
    const { inScope } = classify(row);
    count(tally, inScope, row.inScope);
    if (inScope !== row.inScope)
      report('scope', `${inScope ? 'spurious' : 'missed'} ${row.id}: ${row.title} ${row.text.slice(0, 200)}`);
  }
  return tally;
}

export interface Share {
  readonly hits: number;
  readonly n: number;
}

/** Of the signals found and labelled, those with the right status. */
export function measureStatus(rows: readonly Row[], classify: Classify, report: Report): Share {
  const judged = rows.flatMap((row) =>
    classify(row).signals.flatMap(({ category, status, evidence }) => {
      const is = row.status[category];
      if (is !== undefined && is !== status)
        report('status', `${category} is ${is}, said ${status}: ${evidence[0]?.quote} (${evidence[0]?.why})`);
      return is === undefined ? [] : [is === status];
    }),
  );
  return { hits: judged.filter(Boolean).length, n: judged.length };
}

/** Articles with any signal at all. */
export function measureOffTopic(rows: readonly Row[], classify: Classify, report: Report): Share {
  const loud = rows.filter((row) => {
    const { signals } = classify(row);
    for (const { category, evidence } of signals)
      report('off-topic', `${category} ${row.id}: ${evidence[0]?.quote.slice(0, 300)} (${evidence[0]?.why})`);
    return signals.length > 0;
  });
  return { hits: loud.length, n: rows.length };
}

/** Quotes that equal the text at their offsets. */
export function measureEvidence(rows: readonly Row[], classify: Classify): Share {
  const valid = rows.flatMap((row) =>
    classify(row).signals.flatMap(({ evidence }) =>
      evidence.map(({ field, start, end, quote }) => quote !== '' && row[field].slice(start, end) === quote),
    ),
  );
  return { hits: valid.filter(Boolean).length, n: valid.length };
}
