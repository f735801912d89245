import { createFetcher, type Fetcher } from '@aftermath/fetch';
import { type FeedServer, respondWith, startFeedServer } from '@aftermath/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFeeds } from './find-feeds.ts';

const NOW = new Date('2026-01-10T00:00:00Z');
const RSS = `<rss version="2.0"><channel><title>Gazette</title>
  <item><link>https://e.example/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
  <item><link>https://e.example/2</link><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate></item></channel></rss>`;
const SITEMAP = '<urlset><url><loc>https://e.example/1</loc></url></urlset>';

describe('findFeeds', () => {
  let server: FeedServer;
  let fetcher: Fetcher;
  beforeEach(async () => {
    server = await startFeedServer({ '/': respondWith('<title>Gazette</title>', 'text/html') });
    fetcher = createFetcher({ userAgent: 'test', allowPrivate: [new URL(server.origin).host] });
  });
  afterEach(async () => {
    await fetcher.close();
    await server.close();
  });
  const find = (path = '/') => findFeeds(fetcher, server.origin + path, NOW);

  it('takes the address itself when it is a feed', async () => {
    server.route('/rss', respondWith(RSS));
    expect(await find('/rss')).toEqual([
      {
        url: `${server.origin}/rss`,
        title: 'Gazette',
        format: 'rss',
        items: 2,
        newestAt: '2026-01-06T10:00:00.000Z',
        found: 'asked',
      },
    ]);
  });

  it('takes what the page names and is a feed, and asks for nothing else', async () => {
    const links = ['/a.xml', '/broken', '/page'].map(
      (href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`,
    );
    server.route('/', respondWith(links.join(''), 'text/html'));
    server.route('/a.xml', respondWith(RSS));
    server.route('/page', respondWith('<html>no feed', 'text/html'));
    expect(await find()).toMatchObject([{ url: `${server.origin}/a.xml`, found: 'declared' }]);
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/a.xml', '/broken', '/page']);
  });

  it('asks robots.txt where the page names none', async () => {
    server.route('/robots.txt', respondWith(`Sitemap: ${server.origin}/news.xml`, 'text/plain'));
    server.route('/news.xml', respondWith(SITEMAP));
    expect(await find()).toMatchObject([{ url: `${server.origin}/news.xml`, format: 'sitemap', items: 1 }]);
  });

  it('looks in the usual places at last, and stops at the first', async () => {
    server.route('/rss.xml', respondWith(RSS));
    server.route('/feed.xml', respondWith(RSS));
    expect(await find()).toMatchObject([{ url: `${server.origin}/rss.xml`, found: 'guessed' }]);
  });

  it('finds nothing where there is nothing, and says so of an address that can’t be had', async () => {
    expect(await find()).toEqual([]);
    await expect(find('/missing')).rejects.toMatchObject({ kind: 'never' });
  });
});
