/** Something of a feed or item that was mended, dropped or doubtful; the code is stable. */
export interface FeedProblem {
  readonly code: string;
  readonly message: string;
}

export interface FeedEnclosure {
  readonly url: string;
  readonly type: string | null;
  readonly length: number | null;
}

/** One entry as published. Times are ISO 8601 UTC or null, URLs absolute where a base is known. */
export interface FeedItem {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  readonly summary: string | null;
  readonly content: string | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly problems: readonly FeedProblem[];
}

export const FEED_FORMATS = ['rss', 'rdf', 'atom', 'json'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export interface FeedDocument {
  readonly format: FeedFormat;
  readonly title: string | null;
  readonly link: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly updatedAt: string | null;
  /** How long the publisher says to wait between two looks (`ttl`, `sy:`), in milliseconds; null: nothing said. */
  readonly refreshIntervalMs: number | null;
  /** Hours of the day in UTC, 0 to 23 and in order, in which the publisher says not to look (`skipHours`). */
  readonly skipHours: readonly number[];
  readonly items: readonly FeedItem[];
  readonly problems: readonly FeedProblem[];
}
