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
  /https?:|www\.|@|\d|[<>{}[\]=]|\b(?:published|updated|follow|read|minutes?|ago|posted|subscribe|min|posts?|beitr[aä]ge|entradas|art[ií]culos|artigos|all|alle|todos|ver|view)\b/i;
const AUTHORS_MAX = 10;
/** Those who comment, and other articles' authors. */
const ELSEWHERE =
  'form,nav,aside,footer,[class*="comment"],[id*="comment"],[class*="related"],[class*="sidebar"]';
const VISIBLE_CHARS_MAX = 120;

/**
 * Who wrote the article: people, and agencies where they are credited (AP, Reuters, EFE), which tell a copy
 * from an independent report.
 */
export function findAuthors(
  page: PageTree,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  siteName: string | null,
): string[] {
  const declared = [jsonLd?.authors ?? [], ...META.map((name) => metaValues(tags, [name]))];
  const candidates = [
    ...declared.map(cleanNames),
    ...VISIBLE.map((selector) => visibleNames(page, selector)),
  ];
  const named = candidates.filter((names) => names.length > 0);
  const site = siteName?.toLowerCase();
  // The paper as its own author says nothing while a person is named further down.
  return named.find((names) => names.some((name) => name.toLowerCase() !== site)) ?? named[0] ?? [];
}

function visibleNames(page: PageTree, selector: string): string[] {
  const texts = [...page.querySelectorAll(selector)]
    .filter((element) => element.closest(ELSEWHERE) === null)
    .map((element) => normalLine(element.textContent ?? ''))
    .filter((text) => text.length <= VISIBLE_CHARS_MAX);
  // Classes are guesses: the next element of one is another article's.
  return cleanNames(texts.slice(0, selector.startsWith('[rel') || selector.startsWith('[item') ? 3 : 1));
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
