import type { ArticleText } from '@aftermath/core';
import type { PageTree } from '../page/page-tree.ts';
import { normalLine } from '../text/normal-text.ts';
import { findAgencies } from './find-agencies.ts';
import { findAuthors } from './find-authors.ts';
import { findCanonicalUrl } from './find-canonical-url.ts';
import { findDates } from './find-dates.ts';
import { findLanguage } from './find-language.ts';
import { findTitle } from './find-title.ts';
import { readJsonLd } from './json-ld.ts';
import { metaValue, readMetaTags } from './meta-tags.ts';

/**
 * What a page says of its article: JSON-LD first, then OpenGraph and other meta elements, then microdata, then
 * what a reader sees.
 */
export function readMetadata(
  page: PageTree,
  scripts: readonly string[],
  url: string,
): Omit<ArticleText, 'text'> {
  const tags = readMetaTags(page);
  const jsonLd = readJsonLd(scripts);
  const site =
    metaValue(tags, ['og:site_name']) ?? jsonLd?.publisher ?? metaValue(tags, ['application-name']);
  const siteName = normalLine(site ?? '') || null;
  const authors = findAuthors(page, tags, jsonLd, siteName);
  return {
    title: findTitle(page, tags, jsonLd, siteName),
    ...findDates(page, tags, jsonLd, url),
    authors,
    agencies: findAgencies(page, tags, { authors, siteName }),
    siteName,
    lang: findLanguage(page, tags, jsonLd),
    canonicalUrl: findCanonicalUrl(page, tags, url),
  };
}
