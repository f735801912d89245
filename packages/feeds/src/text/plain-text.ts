import { decodeHTMLAttribute } from 'entities';
import { tokenize } from '../xml/tokenize.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  'p div li ul ol dl dt dd tr td th table h1 h2 h3 h4 h5 h6 blockquote section article br hr pre'.split(' '),
);
const HIDDEN: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * What a title or summary says, without markup: tags out, references decoded, spaces folded. Titles of feeds
 * come as text or as HTML, often unlabelled; this reads both. Linear in its length.
 */
export function plainText(markup: string): string {
  const parts: string[] = [];
  let hidden: string | null = null;
  const boundary = (tag: string): void => {
    if (BLOCKS.has(tag)) parts.push(' ');
  };
  tokenize(markup, false, {
    open(tag, _attributes, selfClosing) {
      const lower = tag.toLowerCase();
      if (hidden === null && HIDDEN.has(lower) && !selfClosing) hidden = lower;
      boundary(lower);
    },
    close(tag) {
      const lower = tag.toLowerCase();
      if (hidden === lower) hidden = null;
      boundary(lower);
    },
    text(text) {
      if (hidden === null) parts.push(text);
    },
  });
  // As in attributes: `?a=1&copy=2` holds no reference.
  return decodeHTMLAttribute(parts.join('')).replace(/\s+/g, ' ').trim();
}
