import { NeverFailure } from '@aftermath/core';

export const FEED_ERROR_CODES = [
  'feed-empty',
  'feed-is-html',
  'feed-not-recognised',
  'feed-too-large',
  'list-without-items',
] as const;
export type FeedErrorCode = (typeof FEED_ERROR_CODES)[number];

/** The bytes are no feed: parsing them again can't help. The message says what they are. */
export class FeedError extends NeverFailure {
  declare readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, message: string) {
    super(code, message);
  }
}
