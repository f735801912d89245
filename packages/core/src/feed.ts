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

/** `sitemap`: also an index of sitemaps; `list`: a web page read by selectors. */
export const FEED_FORMATS = ['rss', 'rdf', 'atom', 'json', 'sitemap', 'list'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** A document that holds further items: one sitemap of an index. */
export interface FeedChild {
  readonly url: string;
  readonly updatedAt: string | null;
}

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
  /** Where to find the items of a sitemap index, which has none itself; of all others empty. */
  readonly children: readonly FeedChild[];
  readonly problems: readonly FeedProblem[];
}
