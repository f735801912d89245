import { compileWatches } from '@aftermath/classify';
import { modelAlone } from '@aftermath/classify/train';
import type { Decision } from '@aftermath/core';
import { keywordMatch } from './baseline.ts';
import { measuredWatch } from './measured-watch.ts';
import type { Row } from './rows.ts';

/** The categories of the aim: macro-F1 over these four. */
export const AIMED = ['arrests', 'sanctions', 'joint-operations', 'regional-reaction'];
export const CATEGORIES = [
  ...AIMED,
  'official-claims',
  'legal-authority',
  'use-of-force',
  'network-response',
  'community-impact',
];

export type Classify = (row: Row) => Decision;

/** What a system says of a row, by category. */
export type System = (row: Row) => ReadonlySet<string>;

/** @param watchFile another watch than the shipped one */
export function classifierOf(watchFile?: string): Classify {
  const classifier = compileWatches([measuredWatch(watchFile)]);
  return remembered((row) => classifier.classify(row, { allInScope: true })[0] as Decision);
}

export type Systems = Readonly<
  Record<'shipped' | 'rules alone' | 'model alone' | 'keywords' | 'majority', System>
>;

/** What is measured in the same run: what ships, each of its parts alone, and what any tool could do. */
export function systemsOf(classify: Classify, watchFile?: string): Systems {
  const watch = measuredWatch(watchFile);
  const rules = compileWatches([watch], { model: null });
  const model = modelAlone(watch);
  const named = (decision: Decision | undefined) =>
    new Set((decision?.signals ?? []).map(({ category }) => category));
  return {
    shipped: (row) => named(classify(row)),
    'rules alone': (row) => named(rules.classify(row, { allInScope: true })[0]),
    'model alone': (row) => new Set(model(row)),
    keywords: (row) =>
      new Set(CATEGORIES.filter((category) => keywordMatch(category, `${row.title} ${row.text}`))),
    // Every category is rare: the majority never has it.
    majority: () => new Set(),
  };
}

function remembered<Result>(decide: (row: Row) => Result): (row: Row) => Result {
  const known = new Map<Row, Result>();
  return (row) => {
    const result = known.get(row) ?? decide(row);
    known.set(row, result);
    return result;
  };
}
