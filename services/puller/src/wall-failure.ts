import { NeverFailure } from '@aftermath/core';
import { FeedError } from '@aftermath/feeds';

/** A page came where a feed, or a list of articles, was. */
const PAGE_CODES = new Set(['feed-is-html', 'list-without-items']);
const WALL_CODES = /^page-is-/;

/**
 * Names the wall that stands where a feed was: a guard against programs, a question for consent, a login, a page that
 * says there is none. Any other failure stays as it is.
 */
export async function wallFailure(
  error: unknown,
  bytes: Uint8Array,
  { url, contentType }: { readonly url: string; readonly contentType: string | null },
): Promise<unknown> {
  if (!(error instanceof FeedError) || !PAGE_CODES.has(error.code)) return error;
  // Loaded when it is needed: most feeds are feeds.
  const { extractArticle } = await import('@aftermath/extract');
  try {
    extractArticle(bytes, { url, contentType });
  } catch (wall) {
    if (wall instanceof NeverFailure && WALL_CODES.test(wall.code))
      return new NeverFailure(wall.code, `no feed came: ${wall.message}`);
  }
  return error;
}
