import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRoles } from '@aftermath/cli';
import { readConfig } from '@aftermath/config';
import { type Database, openDatabase, saveWatch, sourceHealth } from '@aftermath/db';
import { createLogger, createMetrics } from '@aftermath/telemetry';
import { aWatch, createTestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refuses, sends, startHostileServer, streams } from './hostile-server.ts';
import { countPipeline } from './pipeline-counts.ts';

const MIB = 1024 * 1024;
const RSS = 'application/rss+xml; charset=utf-8';
const HTML = 'text/html; charset=utf-8';

interface Entry {
  readonly link: string;
  readonly title: string;
  readonly date?: string;
}

function items(entries: readonly Entry[]): string {
  return entries
    .map(({ link, title, date }) => {
      const dated = date === undefined ? '' : `<pubDate>${date}</pubDate>`;
      return `<item><title>${title}</title><link>${link}</link><description>About: ${title}</description>${dated}</item>`;
    })
    .join('');
}

const feed = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed</title>${inside}</channel></rss>`;

/** A page without a date of its own. */
function page(title: string): string {
  const sentence =
    'The police of Ruritania said on the telephone that they had arrested two members of the gang. ';
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${sentence.repeat(5)}</p><p>${sentence.repeat(5)}</p></article></body></html>`;
}

const DATED = 'Mon, 02 Mar 2026 10:00:00 GMT';
const WHOLE = feed(items([{ link: '/unused', title: 'Unused', date: DATED }]));
const huge = streams('<?xml version="1.0"?><rss version="2.0"><channel><title>', 100 * MIB, RSS);

const PAGES = {
  '/page/good': sends(page('Good'), HTML),
  '/page/undated': sends(page('Undated'), HTML),
  '/page/unreadable-date': sends(page('Unreadable date'), HTML),
  '/page/blank': sends('<!doctype html><html><body></body></html>', HTML),
  '/page/nothing': sends('', HTML),
  '/page/pdf': sends(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'latin1'), 'application/pdf'),
  '/page/cut': sends(page('Cut'), HTML),
  '/page/latin': sends(page('Latin'), HTML),
};

/** Sources that answer badly, with the code under which an operator finds them; null: read, with nothing to say. */
const SOURCES: Readonly<Record<string, string | null>> = {
  '/feed/good': null,
  '/feed/html': 'page-is-not-found',
  '/feed/empty': 'feed-empty',
  '/feed/cut': 'xml-truncated',
  '/feed/latin': null,
  '/feed/huge': 'too-large',
  '/feed/binary': 'feed-not-recognised',
  '/feed/404': 'http-404',
  '/feed/410': 'http-gone',
  '/feed/429': 'http-429',
  '/feed/500': 'http-500',
  '/feed/not-gzip': 'bad-encoding',
  '/feed/hangs-up': 'connection-lost',
};

function answers(origin: string) {
  const entry = (name: string, title: string, date?: string): Entry => ({
    link: `${origin}/page/${name}`,
    title,
    ...(date === undefined ? {} : { date }),
  });
  const good = feed(
    items([
      entry('good', 'Good', DATED),
      entry('undated', 'Undated'),
      entry('unreadable-date', 'Unreadable date', 'the other day'),
      entry('blank', 'Blank', DATED),
      entry('nothing', 'Nothing', DATED),
      entry('pdf', 'Pdf', DATED),
      entry('gone', 'Gone', DATED),
    ]),
  );
  const cut = feed(items([entry('cut', 'Cut', DATED), entry('never-seen', 'Never seen', DATED)]));
  const latin = feed(items([entry('latin', 'Polic\u00eda detuvo a tres se\u00f1ores', DATED)]));
  return {
    ...PAGES,
    '/feed/good': sends(good, RSS, { etag: '"good"' }),
    '/feed/html': sends(page('Not found, try our home page'), HTML, { etag: '"html"' }),
    '/feed/empty': sends('', RSS),
    '/feed/cut': sends(cut.slice(0, cut.indexOf('Never seen')), RSS, { etag: '"cut"' }),
    // It says UTF-8 twice and is not.
    '/feed/latin': sends(Buffer.from(latin, 'latin1'), RSS),
    '/feed/huge': huge.answer,
    '/feed/binary': sends(Buffer.alloc(4_096, 0xfe), RSS),
    '/feed/404': refuses(404),
    '/feed/410': refuses(410),
    '/feed/429': refuses(429, { 'retry-after': '7200' }),
    '/feed/500': refuses(500),
    '/feed/not-gzip': sends(WHOLE, RSS, { 'content-encoding': 'gzip' }),
    '/feed/hangs-up': (response: ServerResponse) => {
      response.writeHead(200, { 'content-type': RSS, 'content-length': WHOLE.length });
      response.write(WHOLE.slice(0, 80), () => response.destroy());
    },
  };
}

interface Check {
  readonly [column: string]: unknown;
  readonly path: string;
  readonly outcome: string;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly items: number | null;
  readonly etag: string | null;
  readonly waitMinutes: number;
}

interface Revision {
  readonly [column: string]: unknown;
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly origin: string;
  readonly problem: string | null;
  /** Milliseconds since 1970. */
  readonly publishedAt: number | null;
}

describe('bad input beside good', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  let db: Database;
  let checks: ReadonlyMap<string, Check>;
  let revisions: ReadonlyMap<string, Revision>;
  const faults: string[] = [];

  beforeAll(async () => {
    const server = await startHostileServer(answers);
    cleanups.push(() => server.close());
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    db = openDatabase({ connectionString: database.connectionString });
    cleanups.push(() => db.close());
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('a watch without sources');
    const sources = Object.keys(SOURCES).map((at) => ({
      ...source,
      title: at,
      url: `${server.origin}${at}`,
    }));
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources })));

    const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-bad-input-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    const stop = new AbortController();
    const log = createLogger({ level: 'silent' });
    log.error = (...args: unknown[]) => void faults.push(JSON.stringify(args));
    const running = runRoles(
      {
        config: readConfig({ data: dataDir, port: 0, env: {} }),
        db,
        connectionString: database.connectionString,
        log,
        metrics: createMetrics(),
        allowPrivate: [new URL(server.origin).host],
        onListening: () => undefined,
      },
      stop.signal,
    );
    cleanups.push(async () => {
      stop.abort();
      await running;
    });
    await vi.waitFor(
      async () => {
        const { rows } = await db.orm.execute<{ checked: number }>(
          'select count(distinct source_id)::int as checked from source_checks',
        );
        expect(rows[0]?.checked).toBe(sources.length);
        const { articles, decisions, due } = await countPipeline(db);
        expect({ decisions, due }).toEqual({ decisions: articles, due: 0 });
      },
      { timeout: 100_000, interval: 100 },
    );
    checks = byPath(await readChecks(), server.origin);
    revisions = byPath(await readRevisions(), server.origin);
  }, 120_000);

  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  async function readChecks(): Promise<Check[]> {
    const { rows } = await db.orm.execute<Check>(`select s.url as path, c.outcome, c.items, s.etag,
      c.error_code as "errorCode", c.error_message as "errorMessage",
      extract(epoch from c.next_check_at - c.checked_at)::float / 60 as "waitMinutes"
      from sources s join source_checks c on c.source_id = s.id`);
    return rows;
  }

  async function readRevisions(): Promise<Revision[]> {
    const { rows } =
      await db.orm.execute<Revision>(`select a.canonical_url as path, r.title, r.text, r.problem,
      r.text_origin as origin, extract(epoch from r.published_at)::float * 1000 as "publishedAt"
      from articles a join revisions r on r.id = a.revision_id`);
    return rows;
  }

  it.each(Object.entries(SOURCES))('leaves a check of the source %s with the code %s', (at, code) => {
    const check = checks.get(at);
    expect(check?.errorCode).toBe(code);
    expect(check?.errorMessage ?? '').not.toContain('\n');
    if (code !== null) expect(check?.errorMessage).not.toBe('');
    expect(check?.outcome).toBe(code === null || code === 'xml-truncated' ? 'ok' : 'failed');
  });

  it('shows an operator each source that fails, with the reason', async () => {
    const failing = (await sourceHealth(db.orm)).filter(({ errorCode }) => errorCode !== null);
    expect(failing.map(({ title, errorCode }) => [title, errorCode]).sort()).toEqual(
      Object.entries(SOURCES)
        .filter(([, code]) => code !== null)
        .sort(),
    );
  });

  it('reads the good feed beside them whole', () => {
    expect(checks.get('/feed/good')).toMatchObject({ outcome: 'ok', items: 7, etag: '"good"' });
    expect(revisions.get('/page/good')).toMatchObject({ title: 'Good', origin: 'page', problem: null });
    expect(revisions.get('/page/good')?.publishedAt).toBe(Date.parse(DATED));
  });

  it('takes what there is of a feed that was cut off, and asks for all of it the next time', () => {
    expect(checks.get('/feed/cut')).toMatchObject({ outcome: 'ok', items: 1, etag: null });
    expect(revisions.get('/page/cut')).toMatchObject({ origin: 'page' });
    expect(checks.get('/feed/html')?.etag).toBeNull();
  });

  it('reads a feed that names the wrong charset', () => {
    expect(revisions.get('/page/latin')?.title).toBe('Policía detuvo a tres señores');
  });

  it('stops a feed of 100 MB at the cap', () => {
    expect(huge.sent()).toBeGreaterThan(MIB);
    expect(huge.sent()).toBeLessThan(40 * MIB);
  });

  it('comes back when the other side said, and sooner to none', () => {
    expect(checks.get('/feed/429')?.waitMinutes).toBeGreaterThanOrEqual(119);
    for (const [at, { waitMinutes }] of checks) expect(waitMinutes, at).toBeGreaterThan(14);
  });

  it.each(['undated', 'unreadable-date'])('leaves an article without a date without one (%s)', (name) => {
    expect(revisions.get(`/page/${name}`)).toMatchObject({ origin: 'page', publishedAt: null });
  });

  it.each(['blank', 'nothing', 'pdf', 'gone'])(
    'keeps what the feed said where the page has no text (%s), and the reason',
    (name) => {
      const revision = revisions.get(`/page/${name}`);
      expect(revision).toMatchObject({ origin: 'feed-summary', publishedAt: Date.parse(DATED) });
      expect(revision?.text).toBe(`About: ${revision?.title}`);
      expect(revision?.problem).toMatch(/^[a-z0-9-]+: \S/);
    },
  );

  it('gives no work up and loses none', async () => {
    expect(await countPipeline(db)).toMatchObject({ articles: 9, decisions: 9, quarantined: 0 });
    expect(faults).toEqual([]);
  });
});

function byPath<T extends { readonly path: string }>(rows: readonly T[], origin: string): Map<string, T> {
  return new Map(rows.map((row) => [row.path.replace(origin, ''), row]));
}
