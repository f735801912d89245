import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSampleData } from './sample-data.ts';
import { sampleSources } from './sample-watch.ts';
import { type SampleServer, startSampleServer } from './start-sample-server.ts';

const anchor = new Date('2026-01-05T13:00:00Z');
let now: Date;
let server: SampleServer;

beforeEach(async () => {
  now = new Date('2026-01-18T23:59:00Z');
  server = await startSampleServer({ anchor, clock: { now: () => now }, port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

async function slugsOfAllFeeds(): Promise<string[]> {
  const bodies = await Promise.all(
    sampleSources(server.url).map(async ({ url }) => (await fetch(url)).text()),
  );
  return bodies.flatMap((body) => [
    ...new Set(
      [...body.matchAll(/urn:fictional-sample:([a-z0-9-]+)(?=<\/(?:guid|id)>\n<title|<\/guid>|",)/g)].map(
        (match) => match[1] ?? '',
      ),
    ),
  ]);
}

describe('the sample server', () => {
  it('lists every article once all are out, and each has a page that says it is fictional', async () => {
    const slugs = readSampleData().flatMap(({ articles }) => articles.map(({ slug }) => slug));
    expect((await slugsOfAllFeeds()).filter((slug) => slugs.includes(slug)).sort()).toEqual(
      [...slugs].sort(),
    );
    for (const slug of slugs) {
      const page = await fetch(`${server.url}/articles/${slug}`);
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain('Fictional sample');
      expect(html).toContain(`<link rel="canonical" href="${server.url}/articles/${slug}">`);
    }
  });

  it('shows nothing before its time', async () => {
    now = new Date('2026-01-05T06:09:59Z');
    expect((await fetch(`${server.url}/articles/valdoria-strike-kills-candil`)).status).toBe(404);
    expect(await (await fetch(`${server.url}/feeds/meridian-wire.json`)).json()).toMatchObject({ items: [] });
    now = new Date('2026-01-05T06:10:00Z');
    expect((await fetch(`${server.url}/articles/valdoria-strike-kills-candil`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/feeds/meridian-wire.json`)).json()).toMatchObject({
      items: [{ date_published: '2026-01-05T06:10:00.000Z' }],
    });
  });

  it('answers 304 to what was not changed since, and 200 when a new article is out', async () => {
    now = new Date('2026-01-06T00:00:00Z');
    const url = `${server.url}/feeds/voz-de-bahia.atom`;
    const first = await fetch(url);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(304);
    now = new Date('2026-01-08T00:00:00Z');
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect((await fetch(url, { headers: { 'if-modified-since': modified } })).status).toBe(200);
  });

  it('serves a correction under the same id and address from its hour on', async () => {
    const read = async () => {
      const feed = (await (await fetch(`${server.url}/feeds/meridian-wire.json`)).json()) as {
        items: { id: string; url: string; title: string; date_modified?: string }[];
      };
      const item = feed.items.at(-1);
      return { item, page: await (await fetch(item?.url ?? '')).text() };
    };
    now = new Date('2026-01-06T08:59:59Z');
    const before = await read();
    now = new Date('2026-01-06T09:00:00Z');
    const after = await read();
    expect([after.item?.id, after.item?.url]).toEqual([before.item?.id, before.item?.url]);
    expect(before.page).toContain('five members of the gang died');
    expect(before.item?.date_modified).toBeUndefined();
    expect(after.page).toContain('three members of the gang died');
    expect(after.item?.date_modified).toBe('2026-01-06T09:00:00.000Z');
  });

  it.each(['/feeds/nobody.xml', '/articles/../data', '/articles/%2e%2e%2fdata', '/articles/', '//'])(
    'answers 404 to %s',
    async (path) => {
      expect((await fetch(server.url + path)).status).toBe(404);
    },
  );

  it('takes no method but GET and HEAD', async () => {
    expect((await fetch(`${server.url}/`, { method: 'POST', body: 'x' })).status).toBe(405);
    const head = await fetch(`${server.url}/feeds/meridian-wire.json`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
