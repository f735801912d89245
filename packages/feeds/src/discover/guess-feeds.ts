import { isWebUrl } from '../model/resolve-url.ts';
import type { FeedCandidate } from './candidate.ts';

/** Where the common publishing systems put them, the commonest first (WordPress, hand-made, Blogger, Drupal, Ghost). */
const FEED_PATHS = ['feed/', 'rss', 'rss.xml', 'feed.xml', 'atom.xml', 'index.xml', 'feed.json'];
const ROOT_PATHS = [
  'feeds/posts/default',
  '?feed=rss2',
  'arc/outboundfeeds/rss/?outputType=xml',
  'news-sitemap.xml',
  'sitemap-news.xml',
  'sitemap_news.xml',
  'sitemap.xml',
];
const SITEMAPS_MAX = 20;

/** The usual places of a site's feeds: those of the section the address is in, then those of the whole site. */
export function guessFeeds(url: string): FeedCandidate[] {
  if (!isWebUrl(url) || !URL.canParse(url)) return [];
  const { origin, pathname } = new URL(url);
  const root = `${origin}/`;
  const section = new URL(pathname.endsWith('/') ? pathname : `${pathname}/`, root).href;
  const urls = [
    ...FEED_PATHS.map((path) => section + path),
    ...[...FEED_PATHS, ...ROOT_PATHS].map((path) => root + path),
  ];
  return [...new Set(urls)].map((guess) => ({ url: guess, title: null, found: 'guessed' }));
}

/** The sitemaps that a site's robots.txt names (RFC 9309 leaves the line to sitemaps.org). */
export function sitemapsOf(robots: string): FeedCandidate[] {
  const named = [...robots.slice(0, 512 * 1024).matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)];
  const urls = named.map(([, url]) => url ?? '').filter((url) => isWebUrl(url) && URL.canParse(url));
  return [...new Set(urls)].slice(0, SITEMAPS_MAX).map((url) => ({ url, title: null, found: 'declared' }));
}
