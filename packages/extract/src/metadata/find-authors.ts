import type { PageTree } from '../page/page-tree.ts';
import { normalLine } from '../text/normal-text.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { type MetaTags, metaValues } from './meta-tags.ts';

const META = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.author',
  'byl',
  'citation_author',
  'creator',
  'cxenseparse:author',
];
const VISIBLE = [
  '[rel="author"]',
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '.byline-name,.author-name,.article-author,.post-author,.entry-author',
  '.byline',
  '.author',
  '.autor',
  '[class*="byline"]',
  '[class*="author"]',
];

const PREFIX =
  /^(?:(?:by|por|de|from|von|par|di|written by|escrito por|texto(?: de)?|text|story by|author|autora?|redacci[oó]n)\b\s*:?\s*)/i;
const BETWEEN = /\s*(?:;|\||•|·|\/|,(?!\s*(?:jr|sr|ph\.?d|md|m\.d)\b)|\s(?:and|y|e|und|et|&)\s)\s*/i;
/** Accounts of content systems, no people. */
const NOBODY =
  /^(?:admin(?:istrator)?|webmaster|editor|staff|user|root|unknown|anonymous|null|undefined|none|n\/a)$/i;
const NOT_A_NAME =
  /https?:|www\.|@|\d|[<>{}[\]=]|\b(?:published|updated|follow|read|minutes?|ago|posted|subscribe|min)\b/i;
const AUTHORS_MAX = 10;
const VISIBLE_CHARS_MAX = 120;

/**
 * Who wrote the article: people, and agencies where they are credited (AP, Reuters, EFE), which tell a copy
 * from an independent report.
 */
export function findAuthors(page: PageTree, tags: MetaTags, jsonLd: JsonLdArticle | null): string[] {
  const declared = [jsonLd?.authors ?? [], ...META.map((name) => metaValues(tags, [name]))];
  for (const candidates of declared) {
    const names = cleanNames(candidates);
    if (names.length > 0) return names;
  }
  for (const selector of VISIBLE) {
    const texts = [...page.querySelectorAll(selector)]
      .map((element) => normalLine(element.textContent ?? ''))
      .filter((text) => text.length <= VISIBLE_CHARS_MAX);
    const names = cleanNames(texts.slice(0, 3));
    if (names.length > 0) return names;
  }
  return [];
}

function cleanNames(candidates: readonly string[]): string[] {
  const names = candidates
    .flatMap((candidate) => normalLine(candidate).replace(PREFIX, '').split(BETWEEN))
    .map((name) =>
      normalLine(name)
        .replace(PREFIX, '')
        .replace(/^[\s,.:–-]+|[\s,:–-]+$/g, ''),
    )
    .filter((name) => name.length >= 2 && name.length <= 60 && name.split(' ').length <= 6)
    .filter((name) => !NOT_A_NAME.test(name) && !NOBODY.test(name) && /^\p{Lu}/u.test(name));
  const unique = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...unique.values()].slice(0, AUTHORS_MAX);
}
