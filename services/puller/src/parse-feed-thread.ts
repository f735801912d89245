import { parseFeed } from '@aftermath/feeds';

export interface ParseFeedInput {
  readonly body: Uint8Array;
  readonly url: string;
  readonly contentType: string | null;
}

/** Runs in a worker thread: a hostile feed costs that thread its heap or its deadline, and nothing else. */
export default ({ body, url, contentType }: ParseFeedInput) => parseFeed(body, { url, contentType });
