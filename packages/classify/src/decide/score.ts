/**
 * A weight as a score from 0 to 1, 0.5 at the threshold. It orders signals; it isn't a probability:
 * calibration against judged articles takes this function's place.
 */
export function scoreOf(weight: number, threshold: number): number {
  return round(weight / (weight + threshold));
}

/** Several sentences support each other as independent witnesses do: 1 − Π(1 − score). */
export function joinScores(scores: readonly number[]): number {
  return round(1 - scores.reduce((doubt, score) => doubt * (1 - score), 1));
}

/** Four digits, so that scores are written alike everywhere; never 1, nothing is certain. */
export function round(score: number): number {
  return Math.min(0.9999, Math.round(score * 10_000) / 10_000);
}
