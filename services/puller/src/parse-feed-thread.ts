import { parseFeed } from '@aftermath/feeds';

export interface ParseFeedInput {
  readonly body: Uint8Array;
  readonly url: string;
  readonly contentType: string | null;
  /** ISO 8601: dates after it are flagged. */
  readonly now: string;
}

/** Runs in a worker thread: a hostile feed costs that thread its heap or its deadline, and nothing else. */
export default ({ body, ...options }: ParseFeedInput) => parseFeed(body, options);
