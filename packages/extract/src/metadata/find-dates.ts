import { parseDate } from '../dates/parse-date.ts';
import type { PageElement, PageTree } from '../page/page-tree.ts';
import { normalLine } from '../text/normal-text.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { type MetaTags, metaValues } from './meta-tags.ts';

const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'publish-date',
  'publish_date',
  'publishdate',
  'published_time',
  'pubdate',
  'publication_date',
  'date.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'citation_publication_date',
  'date',
  'last-modified-date',
];
const UPDATED = [
  'article:modified_time',
  'article:modified',
  'og:updated_time',
  'og:article:modified_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
];

const TIMES = [
  '[itemprop="datePublished"]',
  'time[pubdate]',
  'article time[datetime]',
  'time[datetime]',
  'abbr.published',
  'time',
];
const DATED_PLACES =
  '[class*="date" i],[class*="fecha" i],[class*="publi" i],[class*="time" i],[class*="byline" i],[class*="meta" i],[id*="date" i],[class*="datum" i],[class*="info" i]';
/** Comments, other articles, and the clock of the masthead. */
const ELSEWHERE =
  'form,nav,aside,footer,[class*="comment"],[id*="comment"],[class*="related"],[class*="current"],[class*="today"],[class*="clock"],[class*="masthead"]';
const LINE_CHARS_MAX = 80;
const VISIBLE_CHARS_MAX = 140;
const PLACES_MAX = 40;
const URL_DAY = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)/;

export interface ArticleDates {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

/** When the page says its article was published and last changed; null where it doesn't say. Never now. */
export function findDates(
  page: PageTree,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  url: string,
): ArticleDates {
  const publishedAt =
    firstDate([jsonLd?.datePublished ?? '', ...PUBLISHED.flatMap((name) => metaValues(tags, [name]))]) ??
    markedDate(page) ??
    visibleDate(page) ??
    dateInUrl(url);
  const updatedAt = firstDate([
    jsonLd?.dateModified ?? '',
    ...UPDATED.flatMap((name) => metaValues(tags, [name])),
    ...[...page.querySelectorAll('[itemprop="dateModified"]')].slice(0, 1).map(statedTime),
  ]);
  return { publishedAt, updatedAt };
}

function firstDate(candidates: readonly string[]): string | null {
  for (const candidate of candidates) {
    const date = parseDate(candidate);
    if (date !== null) return date;
  }
  return null;
}

function markedDate(page: PageTree): string | null {
  for (const selector of TIMES) {
    const date = firstDate([...page.querySelectorAll(selector)].slice(0, 3).map(statedTime));
    if (date !== null) return date;
  }
  return null;
}

function statedTime(element: PageElement): string {
  const stated =
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  return normalLine(stated ?? element.textContent ?? '');
}

function visibleDate(page: PageTree): string | null {
  const marked = [...page.querySelectorAll(DATED_PLACES)]
    .filter((element) => element.closest(ELSEWHERE) === null)
    .slice(0, PLACES_MAX)
    .map((element) => normalLine(element.textContent ?? ''))
    .filter((text) => text.length <= VISIBLE_CHARS_MAX);
  return firstDate(marked) ?? firstDate(linesUnderHeading(page));
}

/** The short lines that follow the headline: before it stands the day's date, which is no article's. */
function linesUnderHeading(page: PageTree): string[] {
  const elements = [...page.querySelectorAll('h1,span,p,div,li,small,em,strong,b,td')];
  const heading = elements.findIndex(({ localName }) => localName === 'h1');
  if (heading === -1) return [];
  return elements
    .slice(heading + 1, heading + 1 + PLACES_MAX)
    .map((element) => normalLine(element.textContent ?? ''))
    .filter((text) => text.length <= LINE_CHARS_MAX);
}

function dateInUrl(url: string): string | null {
  const [, year, month, day] = URL_DAY.exec(url) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
