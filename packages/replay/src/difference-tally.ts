import type { ArticleComparison } from './compare-watches.ts';

/** How many signals of a category two watches tell differently. */
export interface DifferenceCounts {
  readonly gained: number;
  readonly lost: number;
  /** Found by both, with another status. */
  readonly statusChanged: number;
  /** Found by both with the same status; something else differs. */
  readonly otherwiseChanged: number;
  readonly same: number;
}

/** Differences of a whole archive; categories in order of their name. */
export interface DifferenceTotals {
  readonly articles: number;
  readonly total: DifferenceCounts;
  readonly categories: Readonly<Record<string, DifferenceCounts>>;
}

const NONE: DifferenceCounts = { gained: 0, lost: 0, statusChanged: 0, otherwiseChanged: 0, same: 0 };

/** Counts comparisons as they come, and keeps none of them. */
export function createDifferenceTally() {
  const categories = new Map<string, Record<keyof DifferenceCounts, number>>();
  const total = { ...NONE };
  let articles = 0;
  const count = (category: string, kind: keyof DifferenceCounts): void => {
    const counts = categories.get(category) ?? { ...NONE };
    counts[kind] += 1;
    total[kind] += 1;
    categories.set(category, counts);
  };
  return {
    add({ differences, same }: ArticleComparison): void {
      articles += 1;
      for (const category of same) count(category, 'same');
      for (const difference of differences) {
        const { category } = difference.signal;
        if (difference.kind !== 'changed') count(category, difference.kind);
        else count(category, difference.parts.includes('status') ? 'statusChanged' : 'otherwiseChanged');
      }
    },

    totals: (): DifferenceTotals => ({
      articles,
      total: { ...total },
      categories: Object.fromEntries([...categories].sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  };
}
