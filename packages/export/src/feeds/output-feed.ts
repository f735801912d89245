/** A feed of ours, whatever its format. Times are ISO 8601 UTC. */
export interface OutputFeed {
  /** A URN that stays the same wherever the feed is served. */
  readonly id: string;
  readonly title: string;
  readonly homeUrl: string;
  /** Where the feed itself is. */
  readonly selfUrl: string;
  readonly updatedAt: string;
  readonly entries: readonly OutputEntry[];
}

export interface OutputEntry {
  /** A URN: an entry that says something else later keeps it. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly author: string | null;
  /** Null: not known. */
  readonly publishedAt: string | null;
  readonly updatedAt: string;
  /** Plain text. */
  readonly text: string;
  readonly tags: readonly string[];
}
