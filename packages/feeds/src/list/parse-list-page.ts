import type { FeedDocument, ListSelectors } from '@aftermath/core';
import { FeedError } from '../feed-error.ts';
import { storable } from '../model/storable.ts';
import { contextOf, type ParseFeedOptions } from '../parse-feed.ts';
import { excerpt, Problems } from '../problems.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { adaptList } from './adapt.ts';
import { parsePage } from './page.ts';
import { readList } from './read.ts';

/**
 * Reads a web page that lists articles, by selectors that `selectorMistake` finds nothing wrong with.
 *
 * @throws FeedError `list-without-items` when nothing is found: the page was rebuilt, or is another one; also
 * `feed-empty` and `feed-too-large`
 */
export function parseListPage(
  bytes: Uint8Array,
  selectors: ListSelectors,
  options: ParseFeedOptions = {},
): FeedDocument {
  const problems = new Problems();
  const html = decodeBytes(bytes, options.contentType ?? null, problems);
  if (html.trim() === '') throw new FeedError('feed-empty', `${bytes.length} bytes, and nothing in them`);
  const page = readList(parsePage(html), selectors);
  if (page.itemCount === 0) {
    const title = page.title === null ? '' : ` titled “${excerpt(page.title)}”`;
    throw new FeedError(
      'list-without-items',
      `the selector ${selectors.items} finds nothing in the page${title}: look at the page and mend the selectors`,
    );
  }
  return storable(adaptList(page, contextOf(options, problems)));
}
