import { creditedAgencies } from '@aftermath/core';
import type { PageTree } from '../page/page-tree.ts';
import { normalLine } from '../text/normal-text.ts';
import { type MetaTags, metaValues } from './meta-tags.ts';

const META = [
  'source',
  'article:source',
  'dc.source',
  'dcterms.source',
  'article:agency',
  'agency',
  'provider',
];
const PLACES =
  '[itemprop="sourceOrganization"],[rel="author"],[itemprop="author"],[class*="byline" i],[class*="author" i],[class*="autor" i],[class*="firma" i],[class*="agenc" i],[class*="source" i],[class*="fuente" i],[class*="fonte" i]';
/** Other articles, and pictures: their agency is not the text's. */
const ELSEWHERE =
  'nav,aside,footer,form,figure,figcaption,[class*="comment" i],[class*="related" i],[class*="sidebar" i],[class*="caption" i],[class*="photo" i]';
const PLACES_MAX = 20;
const PLACE_CHARS_MAX = 80;
const PREFIX =
  /^(?:(?:by|por|de|from|source|fuente|fonte|agencias?|ag[eê]ncias?|texto|redacci[oó]n|reda[cç][aã]o|with|con|com|informaci[oó]n|informa[cç][oõ]es|de la|da|do)\b\s*[:|/,-]?\s*)+/i;

/**
 * The news agencies whose text a page says it prints: by its authors, its data, the places where papers credit them,
 * and its text. Sorted; the agency's own page credits itself.
 */
export function findAgencies(
  page: PageTree,
  tags: MetaTags,
  names: { readonly authors: readonly string[]; readonly siteName: string | null },
): string[] {
  const places = [...page.querySelectorAll(PLACES)]
    .slice(0, PLACES_MAX)
    .filter((element) => element.closest(ELSEWHERE) === null)
    .map((element) => normalLine(element.textContent ?? ''))
    .filter((text) => text.length <= PLACE_CHARS_MAX);
  const stated = [...names.authors, names.siteName ?? '', ...metaValues(tags, META), ...places];
  const credited = stated
    .map((name) => normalLine(name).replace(/\.com$/i, ''))
    .flatMap((name) => creditedAgencies('', [name, name.replace(PREFIX, '')]));
  return [...new Set(credited)].sort();
}
