import type { CategoryModel, Model } from './model.ts';

/**
 * A model as it is kept in a file: one line of text per category and feature, weights in hundredths, so that a change
 * of one sentence is a small change of the file.
 */
export interface WrittenModel {
  readonly data: string;
  /** `id bias a b c`, see `CategoryModel`. */
  readonly categories: readonly string[];
  /** `feature|weight weight …`, one weight per category, in their order. */
  readonly features: readonly string[];
}

export function writeModel({ data, features, categories }: Model): WrittenModel {
  return {
    data,
    categories: categories.map(({ id, bias, calibration }) =>
      [id, ...[bias, ...calibration].map(hundredths)].join(' '),
    ),
    features: features.map(
      (feature, index) =>
        `${feature}|${categories.map(({ weights }) => hundredths(weights[index] ?? 0)).join(' ')}`,
    ),
  };
}

export function readModel(written: WrittenModel): Model {
  const rows = written.features.map((line) => line.split('|'));
  const weights = rows.map(([, row = '']) => row.split(' ').map(fromHundredths));
  return {
    data: written.data,
    features: rows.map(([feature = '']) => feature),
    categories: written.categories.map((line, column): CategoryModel => {
      const [id = '', ...numbers] = line.split(' ');
      const [bias = 0, a = 0, b = 0, c = 0] = numbers.map(fromHundredths);
      return { id, bias, weights: weights.map((row) => row[column] ?? 0), calibration: [a, b, c] };
    }),
  };
}

function hundredths(weight: number): number {
  return Math.round(weight * 100);
}

function fromHundredths(text: string): number {
  return Number(text) / 100;
}
