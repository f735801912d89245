/** An address that may be a feed. Only fetching it tells. */
export interface FeedCandidate {
  readonly url: string;
  /** As the page calls it. */
  readonly title: string | null;
  /** `declared`: by the page's head; `linked`: an ordinary link that looks like one; `guessed`: a usual place. */
  readonly found: 'declared' | 'linked' | 'guessed';
}
