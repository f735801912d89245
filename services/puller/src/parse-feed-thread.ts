import { gunzipSync } from 'node:zlib';
import type { ListSelectors } from '@aftermath/core';
import { FeedError, parseFeed, parseListPage } from '@aftermath/feeds';
import { wallFailure } from './wall-failure.ts';

export interface ParseFeedInput {
  readonly body: Uint8Array;
  readonly url: string;
  readonly contentType: string | null;
  /** Of the source, for feeds that don't say theirs. */
  readonly language: string;
  /** ISO 8601: dates after it are flagged. */
  readonly now: string;
  /** Of a page that lists articles; null: it is a feed. */
  readonly list: ListSelectors | null;
}

/** What a feed may have at most. */
const UNPACKED_BYTES_MAX = 32 * 1024 * 1024;

/** Runs in a worker thread: a hostile feed costs that thread its heap or its deadline, and nothing else. */
export default async ({ body, list, ...options }: ParseFeedInput) => {
  const bytes = unpacked(body);
  try {
    return list === null ? parseFeed(bytes, options) : parseListPage(bytes, list, options);
  } catch (error) {
    throw await wallFailure(error, bytes, options);
  }
};

/** Sitemaps are often files packed with gzip, which is no encoding of the transfer. */
function unpacked(body: Uint8Array): Uint8Array {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: UNPACKED_BYTES_MAX });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new FeedError('feed-too-large', `unpacks to more than ${UNPACKED_BYTES_MAX} bytes`);
    throw new FeedError('feed-not-recognised', `a gzip file that can't be unpacked: ${message}`);
  }
}
