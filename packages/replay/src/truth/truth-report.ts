import type { SignalStatus } from '@aftermath/core';
import type { Happening } from './happening.ts';

/** The first signal of something, with its strongest quote. */
export interface TruthSignal {
  /** Local day on which its article was published. */
  readonly date: string;
  readonly status: SignalStatus;
  readonly score: number;
  readonly countries: readonly string[];
  /** Verbatim. */
  readonly quote: string;
  readonly article: { readonly id: string; readonly title: string; readonly url: string | null };
}

/** How a happening was found. */
export interface Detection extends TruthSignal {
  /** Days from the happening to the article; 0: the same day. */
  readonly delayDays: number;
  /** Date of the edition that told it first, and the days from the happening to it; null: after the last one. */
  readonly editionDate: string | null;
  readonly editionDelayDays: number | null;
  /** Ids of other happenings that the same signal was taken for: with `terms` they can be told apart. */
  readonly alsoTakenFor: readonly string[];
}

export interface JudgedHappening extends Happening {
  /** Null: missed. */
  readonly found: Detection | null;
}

/** A story that was told as one of a category, and fits no known happening. */
export interface FalseAlarm extends TruthSignal {
  readonly category: string;
  /** Signals of the story in this category. */
  readonly signals: number;
}

export interface DelayStatistics {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export interface TruthCounts {
  /** Known happenings of the period. */
  readonly happenings: number;
  readonly found: number;
  readonly missed: number;
  /** Over what was found, in days; null: nothing was. */
  readonly delayDays: DelayStatistics | null;
  readonly editionDelayDays: DelayStatistics | null;
  /** Stories told in the category. */
  readonly alarms: number;
  readonly falseAlarms: number;
}

export interface TruthCategory extends TruthCounts {
  readonly category: string;
  readonly title: string;
}

/** A replay judged by what is known to have happened. */
export interface TruthReport {
  readonly watch: { readonly id: string; readonly title: string };
  readonly from: string;
  readonly to: string;
  /** An article is of a happening when it was published at most so many days after. */
  readonly windowDays: number;
  readonly total: TruthCounts;
  /** Those that a happening is known of, in the watch's order. */
  readonly categories: readonly TruthCategory[];
  /** In order of date. */
  readonly happenings: readonly JudgedHappening[];
  /** In order of date. */
  readonly falseAlarms: readonly FalseAlarm[];
  /** Ids of happenings before or after the period: they excuse alarms, and are not missed. */
  readonly outside: readonly string[];
  /** Signals of categories of which no happening is known: nothing says whether they are right. */
  readonly notJudged: Readonly<Record<string, number>>;
}
