import type { SignalStatus } from './signal.ts';
import type { Reliability, RuleLanguage, Watch } from './watch.ts';

/** A signal as an edition selects it: everything the digest may say of it, and nothing that isn't in the store. */
export interface EditionSignal {
  readonly signalId: number;
  readonly category: string;
  readonly status: SignalStatus;
  readonly score: number;
  readonly countries: readonly string[];
  readonly actors: readonly string[];
  /** The strongest evidence, verbatim. */
  readonly quote: string;
  readonly why: string;
  readonly article: {
    readonly id: number;
    readonly title: string;
    readonly url: string;
    readonly publishedAt: string | null;
    readonly firstSeenAt: string;
    readonly lang: string | null;
  };
  readonly source: {
    readonly title: string;
    /** ISO 3166-1 alpha-2, `XX`: international; `''`: not known. */
    readonly country: string;
    readonly reliability: Reliability;
  };
  readonly storyId: number;
  /** True when the article is a copy of another of its story. */
  readonly copy: boolean;
  /** Countries for which this is the first signal of the category in the ledger; `''`: the first anywhere. */
  readonly firstFor: readonly string[];
}

/** Health of a watch's sources over the edition's period. */
export interface EditionCoverage {
  readonly sources: number;
  readonly healthy: number;
  readonly failing: readonly {
    readonly title: string;
    readonly country: string;
    readonly since: string | null;
    readonly reason: string;
  }[];
}

/** What an edition says of its watch. */
export interface EditionWatch {
  readonly id: string;
  readonly title: string;
  readonly sample: boolean;
  readonly language: RuleLanguage;
  readonly timeZone: string;
  readonly event: { readonly title: string; readonly date: string };
  readonly categories: readonly { readonly id: string; readonly title: string }[];
}

/** The part of a watch that is frozen with its editions. */
export function editionWatch({ id, title, sample, event, categories, digest }: Watch): EditionWatch {
  return {
    id,
    title,
    sample,
    language: digest.language,
    timeZone: digest.timeZone,
    event: { title: event.title, date: event.date },
    categories: categories.map((category) => ({ id: category.id, title: category.title })),
  };
}

/** Everything an edition is made from. Frozen with the edition: the same input gives the same bytes. */
export interface EditionInput {
  readonly watch: EditionWatch;
  /** The watch's local date, `YYYY-MM-DD`: with the watch, the edition's identity. */
  readonly date: string;
  /** Local date of the edition before, or null; further back than a day after an outage. */
  readonly previousDate: string | null;
  /** ISO 8601 UTC: when the inputs were read. */
  readonly builtAt: string;
  /** Signals not in any earlier edition of the watch, in order of id. */
  readonly signals: readonly EditionSignal[];
  readonly coverage: EditionCoverage;
  /** SHA-256 of the watch's definition as it classified. */
  readonly rulesHash: string;
  /** Where links to the dashboard point, without a trailing slash; null: no links. */
  readonly dashboardUrl: string | null;
}

/** A story as the digest shows it under one category. */
export interface EditionStory {
  readonly storyId: number;
  readonly lead: EditionSignal;
  /** Distinct sources that carried it, the lead's among them. */
  readonly outlets: number;
  /** Distinct sources that didn't copy it from another, one at least. */
  readonly origins: number;
  /** Other statuses the story's signals have, besides the lead's. */
  readonly otherStatuses: readonly SignalStatus[];
  readonly countries: readonly string[];
  readonly firstFor: readonly string[];
}

export interface EditionSection {
  readonly category: { readonly id: string; readonly title: string };
  readonly stories: readonly EditionStory[];
  /** Stories over the cap, not shown. */
  readonly more: number;
}

export interface EditionCounts {
  readonly stories: number;
  /** Stories as they stand under categories: one of two categories is two. */
  readonly entries: number;
  /** Entries that are a first of their category, anywhere or for a country. */
  readonly firsts: number;
}

/** What the templates render. */
export interface EditionDocument {
  readonly input: EditionInput;
  /** Those over a category's cap included. */
  readonly counts: EditionCounts;
  readonly sections: readonly EditionSection[];
  /** Categories with no signal in this edition. */
  readonly quiet: readonly { readonly id: string; readonly title: string }[];
}
