import { Failure, type FeedDocument, type FeedItem, type FeedProblem } from '@aftermath/core';
import type { SourceRow } from '@aftermath/db';
import { childrenToRead } from '@aftermath/feeds';
import type { Fetcher, FetchResult } from '@aftermath/fetch';
import type { ThreadPool } from '@aftermath/threads';
import type { ParseFeedInput } from './parse-feed-thread.ts';

export interface ReadContext {
  readonly fetcher: Fetcher;
  readonly parser: ThreadPool;
}

/** Of an index: enough to see what is new, and few enough to be polite. */
const SITEMAPS_MAX = 3;
/** Google's limit for a news sitemap. One of a whole site has fifty times that, most of it years old. */
const SITEMAP_ITEMS_MAX = 1000;

const FEED_TYPES =
  'application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const PAGE_TYPES = 'text/html, application/xhtml+xml, */*;q=0.5';

/** What to ask for, and whether robots.txt has a say: nobody offered us a list page as a feed. */
export function requestFor({ kind }: Pick<SourceRow, 'kind'>) {
  return kind === 'list'
    ? { accept: PAGE_TYPES, respectRobots: true }
    : { accept: FEED_TYPES, respectRobots: false };
}

/**
 * What a source holds: a feed, a list page by its selectors, or a sitemap; of an index of sitemaps, what those hold
 * that are likeliest to have something new. One of those that can't be had is a problem of the document.
 *
 * @throws Failure when it is no feed, or when none of the sitemaps of an index can be had
 */
export async function readSource(
  { fetcher, parser }: ReadContext,
  source: Pick<SourceRow, 'kind' | 'list' | 'lang'>,
  fetched: FetchResult,
  now: Date,
  signal: AbortSignal,
): Promise<FeedDocument> {
  const parse = ({ body, url, contentType }: FetchResult) =>
    parser.run<FeedDocument>({
      body,
      url,
      contentType,
      language: source.lang,
      now: now.toISOString(),
      list: source.list,
    } satisfies ParseFeedInput);
  const document = await parse(fetched);
  if (document.format !== 'sitemap') return document;
  if (document.children.length === 0) return { ...document, items: newest(document.items) };
  const items: FeedItem[] = [];
  const problems = [...document.problems];
  const failures: Failure[] = [];
  const children = childrenToRead(document.children, SITEMAPS_MAX);
  for (const { url } of children) {
    try {
      const child = await parse(await fetcher.fetch(url, { ...requestFor(source), signal }));
      items.push(...child.items);
      problems.push(...child.problems);
    } catch (error) {
      if (!(error instanceof Failure) || signal.aborted) throw error;
      failures.push(error);
      problems.push({ code: 'sitemap-unread', message: `${url}: ${error.message}` });
    }
  }
  const [failure] = failures;
  if (failure !== undefined && failures.length === children.length) throw failure;
  return { ...document, items: newest(items), problems: distinct(problems) };
}

/** As the sitemap says itself; those without a date come last. */
function newest(items: readonly FeedItem[]): readonly FeedItem[] {
  const dateOf = ({ publishedAt, updatedAt }: FeedItem) => publishedAt ?? updatedAt ?? '';
  if (items.length <= SITEMAP_ITEMS_MAX) return items;
  return [...items]
    .sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
    .slice(0, SITEMAP_ITEMS_MAX);
}

function distinct(problems: readonly FeedProblem[]): FeedProblem[] {
  return [...new Map(problems.map((problem) => [problem.code, problem])).values()];
}
