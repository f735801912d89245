import { wilson } from './interval.ts';

/** Right and wrong answers to one yes-or-no question. */
export interface Tally {
  right: number;
  spurious: number;
  missed: number;
  n: number;
}

export function emptyTally(): Tally {
  return { right: 0, spurious: 0, missed: 0, n: 0 };
}

export function count(tally: Tally, said: boolean, is: boolean): void {
  tally.n += 1;
  if (said && is) tally.right += 1;
  else if (said) tally.spurious += 1;
  else if (is) tally.missed += 1;
}

export function f1Of({ right, spurious, missed }: Tally): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + spurious + missed);
}

/** `n  positives  P [low–high]  R [low–high]  F1`. */
export function describe(tally: Tally): string {
  const { right, spurious, missed, n } = tally;
  return [
    String(n).padStart(5),
    String(right + missed).padStart(5),
    share(right, right + spurious),
    share(right, right + missed),
    right + missed === 0 ? '    –' : f1Of(tally).toFixed(3),
  ].join('  ');
}

/** `0.90 [0.81–0.95]`. */
export function share(hits: number, n: number): string {
  if (n === 0) return '   –             ';
  const { low, high } = wilson(hits, n);
  return `${(hits / n).toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}
