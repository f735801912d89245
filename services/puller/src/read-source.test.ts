import { gzipSync } from 'node:zlib';
import type { Source } from '@aftermath/core';
import { createTaskStore, type Database, openDatabase, saveWatch, sourceHealth } from '@aftermath/db';
import { createFetcher, type Fetcher } from '@aftermath/fetch';
import {
  aWatch,
  createTestDatabase,
  type FeedServer,
  respondWith,
  startFeedServer,
  type TestDatabase,
} from '@aftermath/testkit';
import { createThreadPool, type ThreadPool, threadFile } from '@aftermath/threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pullSource } from './pull-source.ts';

const NOW = new Date('2026-01-03T00:00:00Z');
const SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
const INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">';
const url = (page: string) => `<url><loc>https://gazette.example/${page}</loc></url>`;

describe('pulling a source that is no feed', () => {
  let database: TestDatabase;
  let db: Database;
  let server: FeedServer;
  let fetcher: Fetcher;
  let parser: ThreadPool;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    server = await startFeedServer();
    fetcher = createFetcher({ userAgent: 'test', allowPrivate: [new URL(server.origin).host] });
    parser = createThreadPool({
      file: threadFile(import.meta.url, './parse-feed-thread'),
      deadlineMs: 20_000,
      heapMiB: 256,
      threadsMax: 1,
    });
  });
  afterAll(async () => {
    await parser.close();
    await fetcher.close();
    await server.close();
    await db.close();
    await database.drop();
  });
  beforeEach(() => db.orm.execute('truncate tasks, sources, articles restart identity cascade'));

  async function pull(path: string, changes: Partial<Source> = {}) {
    const watch = aWatch();
    const sources = watch.sources.map((source) => ({
      ...source,
      ...changes,
      url: `${server.origin}${path}`,
    }));
    await db.transaction((tx) => saveWatch(tx, { ...watch, sources }));
    const tasks = createTaskStore(db);
    const [sent] = await tasks.dispatch('pull', 1);
    const claim = await tasks.claim(sent?.taskId ?? 0, 60_000);
    if (claim === null) throw new Error('the task could not be claimed');
    const clock = { now: () => NOW };
    const context = { db, fetcher, parser, clock, pollIntervalMs: 60_000 };
    await pullSource(context)(claim, new AbortController().signal);
    const { rows } = await db.orm.execute<{ url: string; title: string | null; publishedAt: string | null }>(
      `select url, title, published_at::text "publishedAt" from items order by url`,
    );
    const [health] = await sourceHealth(db.orm);
    return { items: rows, health };
  }

  it('stores what a page lists by its selectors, with the dates as its language has them', async () => {
    server.route(
      '/decrees',
      respondWith(
        '<html><ul><li><b>03/02/2026</b><a href="/d/1">Decreto 1</a><li><b>x</b><a href="/d/2">Decreto 2</a></ul>',
        'text/html; charset=utf-8',
      ),
    );
    const list = { items: 'li', date: 'b' };
    const { items, health } = await pull('/decrees', { kind: 'list', lang: 'pt', list });
    expect(items).toEqual([
      { url: `${server.origin}/d/1`, title: 'Decreto 1', publishedAt: expect.stringContaining('2026-02-03') },
      { url: `${server.origin}/d/2`, title: 'Decreto 2', publishedAt: null },
    ]);
    expect(health).toMatchObject({ state: 'healthy', items: 2 });
    expect(server.requests.map(({ path }) => path)).toContain('/robots.txt');
  });

  it('calls a list page failing when its selectors find nothing any more', async () => {
    server.route('/rebuilt', respondWith('<title>New design</title><p>Hello', 'text/html'));
    const { health } = await pull('/rebuilt', { kind: 'list', list: { items: 'li' } });
    expect(health).toMatchObject({ state: 'failing', errorCode: 'list-without-items' });
  });

  it('stores what the sitemaps of an index hold, packed or not, though one is missing', async () => {
    server.route('/a.xml', respondWith(`${SITEMAP}${url('a')}</urlset>`));
    server.route('/b.xml.gz', respondWith(gzipSync(`${SITEMAP}${url('b')}</urlset>`), 'application/gzip'));
    const listed = ['/a.xml', '/b.xml.gz', '/missing.xml'].map(
      (path) => `<sitemap><loc>${server.origin}${path}</loc></sitemap>`,
    );
    server.route('/index.xml', respondWith(`${INDEX}${listed.join('')}</sitemapindex>`));
    const { items, health } = await pull('/index.xml');
    expect(items.map((item) => item.url)).toEqual(['https://gazette.example/a', 'https://gazette.example/b']);
    expect(health).toMatchObject({ state: 'healthy', items: 2 });
  });

  it('asks for an index in full each time, since its sitemaps change without it', async () => {
    server.route('/one.xml', respondWith(`${SITEMAP}${url('a')}</urlset>`));
    server.route('/again.xml', respondWith(`${INDEX}<sitemap><loc>/one.xml</loc></sitemap></sitemapindex>`));
    await pull('/again.xml');
    const { rows } = await db.orm.execute('select etag, last_modified from sources');
    expect(rows).toEqual([{ etag: null, last_modified: null }]);
  });

  it('calls an index failing when none of its sitemaps can be had', async () => {
    server.route('/empty.xml', respondWith(`${INDEX}<sitemap><loc>/gone.xml</loc></sitemap></sitemapindex>`));
    const { health } = await pull('/empty.xml');
    expect(health).toMatchObject({ state: 'failing' });
  });

  it.each([
    ['<title>Just a moment...</title><p>Checking your browser', 'page-is-bot-wall'],
    ['<title>Log in</title><form><input type="password"></form>', 'page-is-login-wall'],
  ])('names the wall that stands where the feed was: %s', async (html, code) => {
    server.route('/walled', respondWith(`<html>${html}</html>`, 'text/html'));
    const { items, health } = await pull('/walled');
    expect({ items, code: health?.errorCode }).toEqual({ items: [], code });
  });

  it('gives up what unpacks without end', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024));
    server.route('/bomb.xml.gz', respondWith(bomb, 'application/gzip'));
    const { health } = await pull('/bomb.xml.gz');
    expect(health).toMatchObject({ state: 'failing', errorCode: 'feed-too-large' });
  });
});
