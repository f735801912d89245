import { Failure, type FeedDocument, type FeedFormat } from '@aftermath/core';
import { discoverFeeds, type FeedCandidate, guessFeeds, parseFeed, sitemapsOf } from '@aftermath/feeds';
import type { Fetcher, FetchResult } from '@aftermath/fetch';

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
  readonly format: FeedFormat;
  readonly items: number;
  /** The newest date of an item, ISO 8601. */
  readonly newestAt: string | null;
  readonly found: FeedCandidate['found'] | 'asked';
}

/** Of those a page names: a front page may link to a feed for each of its hundred sections. */
const NAMED_MAX = 12;

/**
 * The feeds of a site, by fetching what its page names; where that is none, what its robots.txt names; where that is
 * none either, the usual places, up to the first that is one.
 *
 * @throws Failure when the address itself can't be had
 */
export async function findFeeds(fetcher: Fetcher, address: string, now: Date): Promise<FoundFeed[]> {
  const page = await fetcher.fetch(address);
  const itself = read(page, 'asked', now);
  if (itself !== null) return [itself];
  const named = discoverFeeds(page.body, page).slice(0, NAMED_MAX);
  const found = await tryAll(fetcher, named, now);
  if (found.length > 0) return found;
  const robots = await fetcher.fetch(new URL('/robots.txt', page.url).href).catch(ignoreFailure);
  const sitemaps = robots === null ? [] : sitemapsOf(new TextDecoder().decode(robots.body));
  const listed = await tryAll(fetcher, sitemaps.slice(0, NAMED_MAX), now);
  if (listed.length > 0) return listed;
  for (const guess of guessFeeds(page.url)) {
    const feed = await tryOne(fetcher, guess, now);
    if (feed !== null) return [feed];
  }
  return [];
}

async function tryAll(
  fetcher: Fetcher,
  candidates: readonly FeedCandidate[],
  now: Date,
): Promise<FoundFeed[]> {
  const feeds: FoundFeed[] = [];
  for (const candidate of candidates) {
    const feed = await tryOne(fetcher, candidate, now);
    if (feed !== null && !feeds.some(({ url }) => url === feed.url)) feeds.push(feed);
  }
  return feeds;
}

async function tryOne(fetcher: Fetcher, { url, found }: FeedCandidate, now: Date): Promise<FoundFeed | null> {
  const fetched = await fetcher.fetch(url).catch(ignoreFailure);
  return fetched === null ? null : read(fetched, found, now);
}

function read(fetched: FetchResult, found: FoundFeed['found'], now: Date): FoundFeed | null {
  try {
    const { url, contentType, body } = fetched;
    return summaryOf(parseFeed(body, { url, contentType, now: now.toISOString() }), url, found);
  } catch (error) {
    return ignoreFailure(error);
  }
}

function summaryOf(feed: FeedDocument, url: string, found: FoundFeed['found']): FoundFeed {
  const dates = feed.items.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []);
  return {
    url,
    title: feed.title,
    format: feed.format,
    items: feed.items.length + feed.children.length,
    newestAt: dates.sort().at(-1) ?? null,
    found,
  };
}

/** A candidate that can't be had, or is no feed, is no candidate. */
function ignoreFailure(error: unknown): null {
  if (error instanceof Failure) return null;
  throw error;
}
