import { describe, expect, it } from 'vitest';
import { scoreClusters } from './score-clusters.ts';

describe('scoreClusters', () => {
  it('gives 1 for the same partition under other names', () => {
    const { pairs, bCubed } = scoreClusters(['a', 'a', 'b'], ['x', 'x', 'y']);
    expect([pairs.f1, bCubed.f1]).toEqual([1, 1]);
  });

  it('counts what is thrown together against precision', () => {
    const { pairs, bCubed } = scoreClusters(['a', 'a', 'b', 'b'], ['x', 'x', 'x', 'x']);
    expect(pairs.precision).toBeCloseTo(2 / 6);
    expect(bCubed.precision).toBeCloseTo(1 / 2);
    expect([pairs.recall, bCubed.recall]).toEqual([1, 1]);
  });

  it('counts what is torn apart against recall', () => {
    const { pairs, bCubed } = scoreClusters(['a', 'a', 'a'], ['x', 'x', 'y']);
    expect(pairs.recall).toBeCloseTo(1 / 3);
    expect(bCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
  });
});
