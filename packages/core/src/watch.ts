/** Admiralty source reliability: A (completely reliable) to F (can't be judged). NATO AJP-2.1. */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Languages the rules are written in; text in others is kept and marked. */
export const RULE_LANGUAGES = ['en', 'es', 'pt'] as const;
export type RuleLanguage = (typeof RULE_LANGUAGES)[number];

/** `feed`: also sitemaps; `list`: a web page that lists articles, read by selectors. */
export const SOURCE_KINDS = ['feed', 'list'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * How to read a web page that lists articles: CSS selectors, of which all but the first are looked for inside an
 * item. `@name` after one takes that attribute: `.stamp@data-time`.
 */
export interface ListSelectors {
  /** Each element it finds is one item. */
  readonly items: string;
  /** Absent: the item's heading, else the text of its link. */
  readonly title?: string;
  /** Absent: the first link of the item, or the item itself. */
  readonly link?: string;
  /** Absent: the item's `time` element. */
  readonly date?: string;
  readonly summary?: string;
}

/** Someone or something a watch is about, with every name it goes by. */
export interface Actor {
  /** Stable slug, shown in signals and the ledger. */
  readonly id: string;
  readonly name: string;
  /** Other names, in any language. An all-capitals alias (`TdA`) is matched with its case. */
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2, when the actor belongs to one country. */
  readonly country?: string;
}

/** A place named by the watch, beyond the countries that every watch knows. */
export interface Place {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country?: string;
}

export interface WatchEvent {
  readonly title: string;
  readonly summary: string;
  /** Local date of the event, `YYYY-MM-DD`. */
  readonly date: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/** Decides whether an article is about the watch at all; queries are in the category language. */
export interface Scope {
  /** An article is in scope when the weights of the queries found reach the threshold. */
  readonly threshold: number;
  readonly rules: readonly Rule[];
  /** Any of these found: out of scope, whatever else is there (homonyms, other gangs). */
  readonly exclude: readonly string[];
}

/** One weighted query of the category language (docs/analysts/categories.md). */
export interface Rule {
  readonly query: string;
  readonly weight: number;
  /** Only for text in this language; absent: any. */
  readonly lang?: RuleLanguage;
}

export interface Category {
  /** Stable slug, such as `arrests`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** A sentence is evidence when the weights of the rules found in it reach this. */
  readonly threshold: number;
  /** The weights are multiplied by this in the title. Absent: 1. */
  readonly titleWeight?: number;
  /** A negated match still counts, as in `no legal basis`. Absent: it is taken away, as in `was not arrested`. */
  readonly keepNegated?: boolean;
  readonly rules: readonly Rule[];
  /** Queries that, found in the same sentence, take the sentence's evidence away. */
  readonly exclude: readonly string[];
}

export interface Source {
  readonly kind: SourceKind;
  /** Of a list, and only of one. */
  readonly list?: ListSelectors;
  readonly title: string;
  readonly url: string;
  /** ISO 3166-1 alpha-2 of the publisher. `XX`: international. */
  readonly country: string;
  readonly lang: string;
  readonly reliability: Reliability;
  /** False until a person has seen the address answer. */
  readonly verified: boolean;
}

export interface DigestSettings {
  /** Local wall time, `HH:MM`. */
  readonly time: string;
  /** IANA zone, such as `America/Bogota`. */
  readonly timeZone: string;
  readonly language: RuleLanguage;
  /** Addresses that get the digest. */
  readonly recipients: readonly string[];
}

/** What an analyst follows. Read from a watch file by `@aftermath/config`, with its template merged in. */
export interface Watch {
  readonly id: string;
  readonly title: string;
  /** A sample is marked as such wherever it is shown, and removed by one command. */
  readonly sample: boolean;
  readonly event: WatchEvent;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
  readonly scope: Scope;
  readonly categories: readonly Category[];
  readonly sources: readonly Source[];
  readonly digest: DigestSettings;
}
