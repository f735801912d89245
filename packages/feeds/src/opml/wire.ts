import type { FeedProblem } from '@aftermath/core';

/** One feed of a subscription list. */
export interface OpmlFeed {
  /** Absolute, http or https. */
  readonly url: string;
  readonly title: string | null;
  readonly siteUrl: string | null;
  readonly description: string | null;
  /** As published: `es`, `en-us`. */
  readonly language: string | null;
  /** The outlines around it, the outermost first. */
  readonly folders: readonly string[];
  /** Of its own `category` attribute. */
  readonly categories: readonly string[];
  /** ISO 3166-1 alpha-2 and Admiralty letter, which lists that this project wrote have; as written. */
  readonly country: string | null;
  readonly reliability: string | null;
}

export interface OpmlDocument {
  readonly title: string | null;
  readonly feeds: readonly OpmlFeed[];
  readonly problems: readonly FeedProblem[];
}
