import { parsePage } from './page/page-tree.ts';
import { tameMarkup } from './page/tame-markup.ts';
import { readBlocks } from './text/read-blocks.ts';

/** The whole text of a fragment of HTML (a feed's content), its paragraphs parted by an empty line. */
export function fragmentText(html: string): string {
  const page = parsePage(tameMarkup(html).html);
  return readBlocks(page.body)
    .map(({ text }) => text)
    .join('\n\n');
}
