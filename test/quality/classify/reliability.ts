import type { Row } from './rows.ts';
import type { Classify } from './systems.ts';

/** Signals whose probability lies in `[from, to)`: what they said and how often they were right. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly said: number;
  readonly right: number;
}

const EDGES = [0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01];

/** Signals of judged categories by their probability. */
export function reliability(rows: readonly Row[], classify: Classify): Bin[] {
  const judged = rows.flatMap((row) =>
    classify(row)
      .signals.filter(({ category }) => row.judged.includes(category))
      .map(({ category, score }) => ({ score, right: row.labels.includes(category) })),
  );
  return EDGES.slice(1).flatMap((to, index) => {
    const from = EDGES[index] as number;
    const inside = judged.filter(({ score }) => score >= from && score < to);
    const n = inside.length;
    if (n === 0) return [];
    const said = inside.reduce((sum, { score }) => sum + score, 0) / n;
    return [{ from, to, n, said, right: inside.filter(({ right }) => right).length / n }];
  });
}

/** Expected calibration error (Naeini, Cooper and Hauskrecht 2015): the distance of said and right, by share of signals. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, said, right }) => sum + (n / total) * Math.abs(said - right), 0);
}
