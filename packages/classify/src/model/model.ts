/** What the model knows of one category. */
export interface CategoryModel {
  readonly id: string;
  readonly bias: number;
  /** One weight per feature, in the order of `Model.features`. */
  readonly weights: readonly number[];
  /** Turns rules and model into one probability: 1 / (1 + e^−(a + b·rules + c·model)); see `combine`. */
  readonly calibration: readonly [number, number, number];
}

/**
 * Logistic regressions over words, pairs of neighbouring words, and lists found in a sentence. A feature is a stem
 * (`arrest`), two of them (`arrest suspec`), a list (`@official`) or two lists (`@force @official`).
 */
export interface Model {
  /** SHA-256 of the sentences it was trained from. */
  readonly data: string;
  readonly features: readonly string[];
  readonly categories: readonly CategoryModel[];
}

/**
 * The probability that a sentence shows the category, from the rules' weight over their threshold and the model's
 * log-odds. Logistic regression over the scores of both (stacking, Wolpert 1992), which is Platt's calibration (1999)
 * with two inputs.
 */
export function combine([a, b, c]: CategoryModel['calibration'], rules: number, logOdds: number): number {
  return 1 / (1 + Math.exp(-(a + b * Math.min(rules, RULES_MAX) + c * logOdds)));
}

/** Beyond it, more rules that say the same make nothing surer. */
const RULES_MAX = 2;
