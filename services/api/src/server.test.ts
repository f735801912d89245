import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Database, openDatabase, saveWatch } from '@aftermath/db';
import { createHealth } from '@aftermath/telemetry';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from './server.ts';

const HOST = 'news.example';
const SIGNALS = 7;

let database: TestDatabase;
let db: Database;
let server: FastifyInstance;
let webDir: string;
let ready: Error | null = null;
const errors: [error: string, url: string][] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ connectionString: database.connectionString });
  await db.transaction((tx) => saveWatch(tx, aWatch()));
  await db.transaction((tx) => saveWatch(tx, { ...aWatch(), id: 'silent-watch' }));
  await addSignals(SIGNALS);
  await addEdition();
  webDir = mkdtempSync(path.join(tmpdir(), 'aftermath-web-'));
  writeFileSync(path.join(webDir, 'index.html'), '<title>Dashboard</title>');
  server = await createServer({
    db,
    health: createHealth({
      clock: async () => {
        if (ready !== null) throw ready;
      },
    }),
    onError: (error, url) => void errors.push([String(error), url]),
    metrics: async () => {
      throw new Error('password=secret in /etc/aftermath');
    },
    webDir,
    hostNames: [HOST],
    publicUrl: `https://${HOST}`,
  });
});
afterAll(async () => {
  await server.close();
  await db.close();
  await database.drop();
  await rm(webDir, { recursive: true, force: true });
});

/** Signals of two categories in turn, each of an article of its own, with its quote. */
async function addSignals(count: number): Promise<void> {
  await db.orm.execute(`
    with story as (insert into stories default values returning id),
    article as (insert into articles (canonical_url) select 'https://paper.example/' || n from generate_series(1, ${count}) n returning id),
    revision as (insert into revisions (article_id, number, title, text, text_origin, authors, content_hash)
      select id, 1, 'Three held', 'Police arrested three.', 'page', '{}', 'hash' from article returning id, article_id),
    signal as (insert into signals (watch_id, article_id, revision_id, story_id, category, score, status, countries, actors)
      select 'test-watch', r.article_id, r.id, story.id, case when r.article_id % 2 = 0 then 'arrests' else 'sanctions' end,
        0.9, 'carried-out', '{CO}', '{}' from revision r, story order by r.id returning id, revision_id)
    insert into evidence (signal_id, revision_id, field, start_offset, end_offset, quote, why)
      select id, revision_id, 'text', 0, 22, 'Police arrested three.', 'arrested' from signal`);
}

async function addEdition(): Promise<void> {
  await db.orm.execute(`insert into editions
    (watch_id, date, input, template_version, subject, html, text, json, built_at)
    values ('test-watch', '2026-03-02', '{}', '1', 'Digest', '<p style="color:red">Digest</p>', 'Digest', '{"a":1}', now())`);
}

const get = (url: string, host = '127.0.0.1:4717') =>
  server.inject({ method: 'GET', url, headers: { host } });

interface Page {
  readonly signals: readonly {
    readonly id: number;
    readonly category: string;
    readonly evidence: readonly { readonly quote: string }[];
  }[];
  readonly next: number | null;
}

async function pageOf(query: string): Promise<Page> {
  const response = await get(`/v1/signals?${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Page>();
}

describe('the list of watches', () => {
  it('says which watches have found anything', async () => {
    const { watches } = (await get('/v1/watches')).json<{ watches: { id: string; hasSignals: boolean }[] }>();
    expect(watches.map(({ id, hasSignals }) => [id, hasSignals])).toEqual([
      ['silent-watch', false],
      ['test-watch', true],
    ]);
  });
});

describe('every answer', () => {
  it.each([
    [200, '/'],
    [200, '/livez'],
    [200, '/v1/watches'],
    [400, '/v1/signals?limit=x'],
    [400, '/v1/watches/%E0%A4%A'],
    [404, '/nothing'],
    [404, '/v1/watches/none'],
    [404, '/../package.json'],
    [500, '/metrics'],
  ])('has the security headers (%i %s)', async (status, url) => {
    const { statusCode, headers } = await get(url);
    expect(statusCode).toBe(status);
    expectSecured(headers);
  });

  it('has them when the request is for a name that is not ours', async () => {
    const response = await get('/v1/watches', 'rebound.example');
    expect(response.statusCode).toBe(421);
    expectSecured(response.headers);
  });

  function expectSecured(headers: Readonly<Record<string, unknown>>): void {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

describe('the name a request is for', () => {
  it.each(['127.0.0.1:4717', 'localhost', 'LOCALHOST:80', '[::1]:4717', HOST, `${HOST}:8443`])(
    'is answered when it is ours (%s)',
    async (host) => {
      expect((await get('/livez', host)).statusCode).toBe(200);
    },
  );

  it.each([
    'rebound.example',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example:4717',
    '127.0.0.1@rebound.example',
  ])('is refused when it is not (%j)', async (host) => {
    const response = await get('/v1/watches', host);
    expect(response.statusCode).toBe(421);
    expect(response.json()).toMatchObject({ status: 421, code: 'unknown-host' });
  });
});

describe('/v1/signals', () => {
  it('pages through every signal once, the newest first, each with its quote', async () => {
    const seen: number[] = [];
    let next: number | null = null;
    do {
      const page: Page = await pageOf(next === null ? 'limit=3' : `limit=3&cursor=${next}`);
      expect(page.signals.length).toBeLessThanOrEqual(3);
      for (const { id, evidence } of page.signals) {
        seen.push(id);
        expect(evidence.map(({ quote }) => quote)).toEqual(['Police arrested three.']);
      }
      next = page.next;
    } while (next !== null);
    expect(seen).toHaveLength(SIGNALS);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it('promises no further page when the last one is full', async () => {
    expect((await pageOf(`limit=${SIGNALS}`)).next).toBeNull();
  });

  it('keeps to the watch and the category that are asked for', async () => {
    const arrests = await pageOf('category=arrests&watch=test-watch');
    expect(new Set(arrests.signals.map(({ category }) => category))).toEqual(new Set(['arrests']));
    expect((await pageOf('watch=other')).signals).toEqual([]);
  });
});

describe('a request that can not be answered', () => {
  it.each([
    '/v1/signals?limit=0',
    '/v1/signals?limit=501',
    '/v1/signals?limit=x',
    '/v1/signals?cursor=-1',
    '/v1/signals?cursor=1.5',
    '/v1/signals?cursor=99999999999999999999',
    `/v1/signals?watch=${'a'.repeat(101)}`,
    '/v1/signals?watch=a&watch=b',
    '/v1/signals?watch=%00',
    '/v1/editions/x',
    '/v1/editions/0/html',
    '/v1/editions/99999999999999999999',
    '/v1/watches/%00',
    '/v1/watches/%E0%A4%A',
  ])('for its parameters is a problem with status 400 (%s)', async (url) => {
    const response = await get(url);
    expect(response.statusCode, response.body).toBe(400);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({
      title: 'Bad Request',
      status: 400,
      detail: expect.stringMatching(/\S/),
    });
  });

  it.each([
    ['/v1/watches/none', 'watch-not-found'],
    ['/v1/editions/4711', 'edition-not-found'],
    ['/v1/editions/4711/html', 'edition-not-found'],
    ['/v1/nothing', 'not-found'],
  ])('since it is not there is a problem with status 404 (%s)', async (url, code) => {
    const response = await get(url);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({ title: 'Not Found', status: 404, code });
  });

  it('since we failed tells the log why, and the client nothing of our inside', async () => {
    const response = await get('/metrics');
    expect(response.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(response.body).not.toContain('secret');
    expect(errors.at(-1)).toEqual(['Error: password=secret in /etc/aftermath', '/metrics']);
  });
});

describe('/readyz', () => {
  it('says why the program can not work, until it can', async () => {
    ready = new Error('the clocks differ');
    expect((await get('/readyz')).json()).toMatchObject({
      status: 503,
      code: 'not-ready',
      detail: 'clock: the clocks differ',
    });
    ready = null;
    expect((await get('/readyz')).statusCode).toBe(200);
  });
});

describe('/v1/editions', () => {
  it('gives an edition in its three forms, the page as one that can run nothing', async () => {
    const { editions } = (await get('/v1/editions')).json<{ editions: { id: number }[] }>();
    expect(editions).toHaveLength(1);
    const at = `/v1/editions/${editions[0]?.id}`;
    expect((await get(at)).json()).toMatchObject({
      watchId: 'test-watch',
      date: '2026-03-02',
      document: { a: 1 },
    });
    expect((await get(`${at}/text`)).headers['content-type']).toBe('text/plain; charset=utf-8');
    const html = await get(`${at}/html`);
    expect(html.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(html.body).toBe('<p style="color:red">Digest</p>');
    const policy = String(html.headers['content-security-policy']);
    expect(policy).toMatch(/(^|; )sandbox allow-popups(;|$)/);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/script|allow-same-origin/);
  });
});
