import type { RuleLanguage, SignalStatus } from '@aftermath/core';

/**
 * Where a guard's cue must stand for the guard to act on a match, in words of the sentence:
 * `over` a word of the match; `before` or `after` one of its words or `around` it, at most `distance` words between;
 * `within`: before, or between the match's first and last word, even over a word of it, as a verb's tense is; anywhere
 * in the `sentence`.
 */
export type GuardPlace = 'over' | 'before' | 'after' | 'around' | 'within' | 'sentence';

/**
 * `drop`: the match is none. `negate`: it is none either, unless the category keeps what is negated. Otherwise the
 * status it gives.
 */
export type GuardEffect = 'drop' | 'negate' | Exclude<SignalStatus, 'carried-out'>;

/** Takes a rule's match away, or says that it is not (yet) a fact. */
export interface Guard {
  /** Shown to the analyst, such as `negation`. */
  readonly id: string;
  readonly lang: RuleLanguage;
  readonly place: GuardPlace;
  readonly distance: number;
  readonly effect: GuardEffect;
  /** Phrases of the category language, separated by semicolons. */
  readonly cues: string;
  /** Longer phrases in which a cue means nothing: `not only`. */
  readonly except?: string;
}
