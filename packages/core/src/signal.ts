/** What the text says of a signal: asked for, said, done or denied. */
export const SIGNAL_STATUSES = ['called-for', 'announced', 'carried-out', 'denied'] as const;
export type SignalStatus = (typeof SIGNAL_STATUSES)[number];

export const EVIDENCE_FIELDS = ['title', 'text'] as const;
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

/** A verbatim quote: `article[field].slice(start, end) === quote`, offsets in UTF-16 code units. */
export interface Evidence {
  readonly field: EvidenceField;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The rule and the words that matched, in a form an analyst can read. */
  readonly why: string;
}

/** One category found in one article for one watch. */
export interface Signal {
  readonly category: string;
  /** 0 to 1. */
  readonly score: number;
  readonly status: SignalStatus;
  /** ISO 3166-1 alpha-2, of the evidence sentence and its neighbours, sorted. */
  readonly countries: readonly string[];
  /** Ids of the watch's actors, sorted. */
  readonly actors: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What one watch makes of one article. */
export interface Decision {
  readonly watchId: string;
  readonly inScope: boolean;
  /** 0 to 1. */
  readonly relevance: number;
  readonly signals: readonly Signal[];
}
