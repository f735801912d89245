/** The text of a page, as `@aftermath/extract` gives it. Times are ISO 8601 UTC or null: never now. */
export interface ArticleText {
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  /** News agencies whose text it says it prints, by their usual names, sorted: what tells a copy from an origin. */
  readonly agencies: readonly string[];
  readonly siteName: string | null;
  /** BCP 47 primary subtag, such as `es`. */
  readonly lang: string | null;
  readonly canonicalUrl: string | null;
}

/** What the pure stages (classify, group) read. */
export interface ArticleInput {
  readonly title: string;
  readonly text: string;
  readonly lang?: string | null;
  readonly url?: string | null;
  /** ISO 8601. */
  readonly publishedAt?: string | null;
  /** Agencies that it credits, where that is known; absent: to be read from the text. */
  readonly agencies?: readonly string[];
}
