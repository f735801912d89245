export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface ClusterScores {
  /** Over all pairs of items. */
  readonly pairs: Score;
  /** B³ (Bagga and Baldwin 1998): over items, each with its cluster. */
  readonly bCubed: Score;
}

/** Compares two partitions of the same items, given as the cluster of each item. */
export function scoreClusters(gold: readonly string[], found: readonly string[]): ClusterScores {
  const goldSizes = countEach(gold);
  const foundSizes = countEach(found);
  const both = gold.map((cluster, i) => JSON.stringify([cluster, found[i]]));
  const bothSizes = countEach(both);
  const common = both.map((key) => bothSizes.get(key) ?? 0);
  return {
    pairs: score(pairs(bothSizes) / (pairs(foundSizes) || 1), pairs(bothSizes) / (pairs(goldSizes) || 1)),
    bCubed: score(
      mean(common.map((n, i) => n / (foundSizes.get(found[i] ?? '') ?? 1))),
      mean(common.map((n, i) => n / (goldSizes.get(gold[i] ?? '') ?? 1))),
    ),
  };
}

function countEach(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pairs(sizes: ReadonlyMap<string, number>): number {
  return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function score(precision: number, recall: number): Score {
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
