import { describe, expect, it } from 'vitest';
import { fitLogistic } from './fit-logistic.ts';

const OPTIONS = { penalty: 0.001, rounds: 200 };
/** Feature 0 tells the class, feature 1 stands everywhere. */
const EXAMPLES = Array.from({ length: 20 }, (_, index) => ({
  features: index % 2 === 0 ? [0, 1] : [1],
  is: index % 2 === 0,
}));

describe('a logistic regression', () => {
  it('gives weight to what tells the classes apart', () => {
    const { bias, weights } = fitLogistic(EXAMPLES, 2, OPTIONS);
    const logOdds = (features: readonly number[]) =>
      features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias);
    expect(logOdds([0, 1])).toBeGreaterThan(1);
    expect(logOdds([1])).toBeLessThan(-1);
  });

  it('is the same to the last bit each time', () => {
    expect(fitLogistic(EXAMPLES, 2, OPTIONS)).toEqual(fitLogistic(EXAMPLES, 2, OPTIONS));
  });

  it('takes values other than one', () => {
    const examples = [0, 1, 2, 3].map((value) => ({ features: [0], values: [value], is: value > 1 }));
    expect(fitLogistic(examples, 1, OPTIONS).weights[0]).toBeGreaterThan(0.5);
  });

  it('without examples knows nothing', () => {
    expect(fitLogistic([], 2, OPTIONS)).toEqual({ bias: 0, weights: new Float64Array(2) });
  });
});
