import type { ArticleText } from '@aftermath/core';
import { ExtractError, extractArticle } from '@aftermath/extract';
import { type Case, corpusHash, readCases } from './case.ts';
import { PEERS, type TextExtractor } from './peers.ts';
import { countSegments, type Share, scoreShingles } from './score-text.ts';

export interface TextScore {
  readonly name: string;
  /** On the article benchmark; macro averages. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Shares of the segments that must and that must not be there. */
  readonly wanted: number;
  readonly unwantedLeftOut: number;
  readonly failures: number;
  readonly pagesPerSecond: number;
}

export interface Measured {
  readonly corpus: string;
  readonly texts: readonly TextScore[];
  readonly metadata: Readonly<Record<'title' | 'date' | 'author' | 'language', Share>>;
  /** Pages that were refused, by code. */
  readonly refused: Readonly<Record<string, number>>;
}

/** Measures our extractor, and with `withPeers` the others, on the same pages. */
export async function measureExtraction({ withPeers }: { withPeers: boolean }): Promise<Measured> {
  const cases = readCases();
  // Readability's own pages expect what Readability gives: of use for the metadata only.
  const pages = cases.filter(({ source }) => source !== 'mozilla/readability');
  const articles = new Map<string, ArticleText | ExtractError>();
  const ours: TextExtractor = async (html, url) => extractArticle(html, { url }).text;
  const texts = [await scoreText('ours', pages, ours)];
  for (const [name, peer] of Object.entries(withPeers ? PEERS : {})) {
    texts.push(await scoreText(name, pages, peer));
  }
  for (const { id, bytes, expected } of cases) articles.set(id, extracted(bytes, expected.url));
  return {
    corpus: corpusHash(),
    texts,
    metadata: scoreMetadata(cases, articles),
    refused: refusals([...articles.values()]),
  };
}

async function scoreText(name: string, pages: readonly Case[], extract: TextExtractor): Promise<TextScore> {
  const [precisions, recalls]: [number[], number[]] = [[], []];
  const [wanted, unwanted] = [
    { hits: 0, of: 0 },
    { hits: 0, of: 0 },
  ];
  let failures = 0;
  let elapsedMs = 0;
  for (const { bytes, expected } of pages) {
    const html = new TextDecoder().decode(bytes);
    const startedAt = performance.now();
    const text = await extract(html, expected.url).catch(() => '');
    elapsedMs += performance.now() - startedAt;
    if (text === '') failures += 1;
    if (expected.text !== undefined) {
      const { precision, recall } = scoreShingles(expected.text, text);
      if (precision !== null) precisions.push(precision);
      if (recall !== null) recalls.push(recall);
    }
    add(wanted, countSegments(expected.with ?? [], text));
    add(unwanted, countSegments(expected.without ?? [], text));
  }
  console.log(`Measured ${name} on ${pages.length} pages in ${Math.round(elapsedMs / 1000)} s`);
  const [precision, recall] = [mean(precisions), mean(recalls)];
  return {
    name,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    wanted: wanted.hits / wanted.of,
    unwantedLeftOut: 1 - unwanted.hits / unwanted.of,
    failures,
    pagesPerSecond: (pages.length / elapsedMs) * 1000,
  };
}

function extracted(bytes: Uint8Array, url: string): ArticleText | ExtractError {
  try {
    return extractArticle(bytes, { url });
  } catch (error) {
    if (error instanceof ExtractError) return error;
    throw error;
  }
}

function refusals(results: readonly (ArticleText | ExtractError)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    if (result instanceof ExtractError) counts[result.code] = (counts[result.code] ?? 0) + 1;
  }
  return counts;
}

type Metadata = Measured['metadata'];
type Expected = Case['expected'];

/** What a field is compared by: null where the case doesn't say. Readability expects sites' names in titles. */
const RIGHT: Readonly<
  Record<keyof Metadata, (expected: Expected, found: ArticleText | null, source: string) => boolean | null>
> = {
  title: ({ title }, found, source) =>
    title && source !== 'mozilla/readability' ? fold(found?.title) === fold(title) : null,
  date: ({ date }, found) => (date ? isDay(found?.publishedAt ?? null, date) : null),
  author: ({ author }, found) => (author ? sameAuthors(author, found?.authors ?? []) : null),
  language: ({ lang }, found) => (lang ? found?.lang === lang.slice(0, 2).toLowerCase() : null),
};

function scoreMetadata(
  cases: readonly Case[],
  articles: ReadonlyMap<string, ArticleText | ExtractError>,
): Metadata {
  const score = (field: keyof Metadata): Share => {
    const judged = cases.flatMap(({ id, source, expected }) => {
      const result = articles.get(id);
      const article = result === undefined || result instanceof ExtractError ? null : result;
      return RIGHT[field](expected, article, source) ?? [];
    });
    return { hits: judged.filter((right) => right).length, of: judged.length };
  };
  return {
    title: score('title'),
    date: score('date'),
    author: score('author'),
    language: score('language'),
  };
}

/** True where this moment lies on that day in some time zone of the world: the corpus has local days. */
function isDay(moment: string | null, day: string): boolean {
  const hours = (Date.parse(moment ?? '') - Date.parse(day)) / 3_600_000;
  return hours >= -14 && hours < 24 + 12;
}

function sameAuthors(expected: string, found: readonly string[]): boolean {
  const names = expected.split(/\s*[;,]\s*/).map(fold);
  return names.length === found.length && names.every((name, index) => fold(found[index]) === name);
}

function fold(text: string | null | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function add(total: { hits: number; of: number }, { hits, of }: Share): void {
  total.hits += hits;
  total.of += of;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
