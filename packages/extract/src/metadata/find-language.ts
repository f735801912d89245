import type { PageTree } from '../page/page-tree.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { type MetaTags, metaValue } from './meta-tags.ts';

/** The page's language as a BCP 47 primary subtag (`es`), as it says itself; null where it doesn't. */
export function findLanguage(page: PageTree, tags: MetaTags, jsonLd: JsonLdArticle | null): string | null {
  const candidates = [
    page.documentElement.getAttribute('lang'),
    metaValue(tags, ['content-language', 'language', 'dc.language', 'dcterms.language']),
    jsonLd?.inLanguage,
    metaValue(tags, ['og:locale', 'inlanguage']),
  ];
  for (const candidate of candidates) {
    const subtag = /^([a-z]{2,3})(?:[-_][a-z0-9]+)*$/i.exec(candidate?.trim() ?? '')?.[1]?.toLowerCase();
    if (subtag !== undefined && !UNKNOWN.has(subtag)) return subtag;
  }
  return null;
}

/** Undetermined, multiple, no linguistic content. */
const UNKNOWN: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis', 'xx']);
