import type { EvidenceField, SignalStatus } from './signal.ts';
import type { HeardSource, Silence } from './silence.ts';
import type { Reliability, RuleLanguage, Watch } from './watch.ts';

/** A signal as an edition selects it: everything the digest may say of it, and nothing that isn't in the store. */
export interface EditionSignal {
  readonly signalId: number;
  /** The text it was found in, which never changes. */
  readonly revisionId: number;
  readonly category: string;
  readonly status: SignalStatus;
  readonly score: number;
  readonly countries: readonly string[];
  readonly actors: readonly string[];
  /** The strongest evidence, verbatim. */
  readonly quote: string;
  /** Where the quote stands in the revision, in UTF-16 code units. */
  readonly at: { readonly field: EvidenceField; readonly start: number; readonly end: number };
  readonly why: string;
  /** The first sentence of the text, verbatim; `''`: none that can stand alone. */
  readonly lead: string;
  readonly article: {
    readonly id: number;
    readonly title: string;
    readonly url: string;
    readonly publishedAt: string | null;
    readonly firstSeenAt: string;
    readonly lang: string | null;
    /** The article of the same story that it repeats, or null. */
    readonly copyOf: number | null;
    /** Agencies that it credits. */
    readonly agencies: readonly string[];
  };
  readonly source: {
    readonly title: string;
    /** ISO 3166-1 alpha-2, `XX`: international; `''`: not known. */
    readonly country: string;
    readonly reliability: Reliability;
  };
  readonly storyId: number;
  /** Date of the first edition that reported the story in this category; null: this one. */
  readonly knownSince: string | null;
  /** Countries for which this is the first signal of the category in the ledger; `''`: the first anywhere. */
  readonly firstFor: readonly string[];
}

/** A signal as an earlier edition told it, or as it stands now. */
export interface ToldSignal {
  readonly signalId: number;
  readonly revisionId: number;
  readonly status: SignalStatus;
  readonly quote: string;
  readonly title: string;
  readonly url: string;
  readonly lang: string | null;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly firstSeenAt: string;
}

/**
 * What an earlier edition told and no longer stands. `withdrawn`: the article no longer says it; `changed`: it
 * says another status; `first`: another article turned out to be the first.
 */
export interface EditionCorrection {
  readonly kind: 'withdrawn' | 'changed' | 'first';
  /** The publisher's edit, the watch's new rules, or an article that came late. */
  readonly because: 'text' | 'rules' | 'late';
  readonly category: string;
  /** Of `first`: for which countries, `''` for any. */
  readonly countries: readonly string[];
  /** Date of the edition that told it. */
  readonly toldOn: string;
  readonly told: ToldSignal;
  /** Null: nothing took its place. */
  readonly now: ToldSignal | null;
}

/** How a category of the watch has gone so far. */
export interface CategoryRecord {
  readonly category: string;
  /** Local date on which it was last seen; null: never. */
  readonly lastSeen: string | null;
  /** Stories on each of the days up to the edition's date, the oldest first. */
  readonly stories: readonly number[];
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
  /** Which of the last days each source was heard on; empty: coverage is not known. */
  readonly heard: readonly HeardSource[];
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
  /** In order of the signals that were told. */
  readonly corrections: readonly EditionCorrection[];
  /** One for each category of the watch. */
  readonly records: readonly CategoryRecord[];
  /** Local date from which the watch has listened. */
  readonly listeningSince: string;
  readonly coverage: EditionCoverage;
  /** SHA-256 of the part of the watch's definition that classifies. */
  readonly rulesHash: string;
  /** SHA-256 of the watch's whole definition. */
  readonly watchHash: string;
  /** Where links to the dashboard point, without a trailing slash; null: no links. */
  readonly dashboardUrl: string | null;
}

/** A story as the digest shows it under one category. */
export interface EditionStory {
  readonly storyId: number;
  readonly lead: EditionSignal;
  /** Distinct owners that carried it, the lead's among them. */
  readonly outlets: number;
  /** Independent origins, see `countOrigins`. */
  readonly origins: number;
  /** Agencies credited, sorted. */
  readonly agencies: readonly string[];
  /** Date of the first edition that reported it in this category; null: this one. */
  readonly knownSince: string | null;
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

/** One line of the overview: a category, how its last days went, and what its silence is worth. */
export interface EditionStanding {
  readonly category: { readonly id: string; readonly title: string };
  /** Stories in this edition. */
  readonly stories: number;
  readonly days: readonly number[];
  readonly silence: Silence;
}

/** What the templates render. */
export interface EditionDocument {
  readonly input: EditionInput;
  /** Those over a category's cap included. */
  readonly counts: EditionCounts;
  readonly sections: readonly EditionSection[];
  /** Every category of the watch, in its order. */
  readonly standings: readonly EditionStanding[];
}
