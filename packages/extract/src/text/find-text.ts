import { Readability } from '@mozilla/readability';
import { type PageElement, type PageTree, parsePage } from '../page/page-tree.ts';
import { type ArticleNames, pruneBlocks } from './prune-blocks.ts';
import { pruneConsent, prunePage } from './prune-page.ts';
import { readBlocks } from './read-blocks.ts';

/** Below this the page is looked at again with nothing taken out of it beforehand. */
const CHARS_MIN = 250;
/** Readability's own 500 is for essays: agency flashes are shorter. A choice, no other value was measured. */
const CHAR_THRESHOLD = 200;

/**
 * The text of a page's article, its paragraphs parted by an empty line; '' where there is none.
 *
 * @param html a tamed page
 * @param names what the page says about its article, to leave it out of the text
 */
export function findText(html: string, names: ArticleNames): string {
  const page = parsePage(html);
  pruneConsent(page);
  prunePage(page);
  const text = articleText(page, names);
  if (text.length >= CHARS_MIN) return text;
  const untouched = parsePage(html);
  pruneConsent(untouched);
  const whole = articleText(untouched, names);
  return whole.length > text.length * 2 ? whole : text;
}

function articleText(page: PageTree, names: ArticleNames): string {
  const options = { charThreshold: CHAR_THRESHOLD, serializer: (node: unknown) => node };
  const found = new Readability(page as never, options).parse();
  if (found === null || found.content === null) return '';
  const blocks = readBlocks(found.content as PageElement);
  return pruneBlocks(blocks, names)
    .map(({ text }) => text)
    .join('\n\n');
}
