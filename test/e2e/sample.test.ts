import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRoles } from '@aftermath/cli';
import { readConfig, readWatchFile } from '@aftermath/config';
import {
  addTasks,
  countTasks,
  type Database,
  findEdition,
  listEditions,
  listSignals,
  openDatabase,
  removeWatch,
  saveWatch,
} from '@aftermath/db';
import { placeSampleWatch, readExpectations, SAMPLE_WATCH_FILE, startSampleServer } from '@aftermath/sample';
import { createLogger, createMetrics } from '@aftermath/telemetry';
import { createTestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countPipeline } from './pipeline-counts.ts';

/** Of the signals found, those expected; of those expected, found; and of these, with the right status. */
const FLOORS = { precision: 0.8, recall: 0.7, status: 0.85 };

const slugOf = (url: string) => url.split('/').at(-1) ?? '';

describe('the sample, through the whole program', () => {
  const cleanups: (() => unknown)[] = [];
  const expected = readExpectations();
  let db: Database;
  let watchId: string;

  beforeAll(async () => {
    const clock = { now: () => new Date() };
    const anchor = new Date(Date.now() - 13 * 86_400_000);
    const server = await startSampleServer({ anchor, clock, port: 0, host: '127.0.0.1' });
    cleanups.push(() => server.close());
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    db = openDatabase({ connectionString: database.connectionString });
    cleanups.push(() => db.close());
    const read = await readWatchFile(SAMPLE_WATCH_FILE);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const watch = placeSampleWatch(read.watch, server.url, anchor);
    watchId = watch.id;
    await db.transaction((tx) => saveWatch(tx, watch));
    const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-sample-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    const stop = new AbortController();
    const running = runRoles(
      {
        config: readConfig({ data: dataDir, port: 0, env: {} }),
        db,
        connectionString: database.connectionString,
        log: createLogger({ level: 'silent' }),
        metrics: createMetrics(),
        allowPrivate: [new URL(server.url).host],
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
        const counts = await countPipeline(db);
        // Articles of the last hours may lie ahead of the clock.
        expect(counts.decisions).toBeGreaterThan(expected.size - 6);
        expect(counts).toMatchObject({ due: 0, revisions: counts.articles });
      },
      { timeout: 100_000, interval: 200 },
    );
  }, 120_000);
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  it('takes what is about the event for it, and nothing else', async () => {
    const { rows } = await db.orm.execute<{ url: string; inScope: boolean }>(
      `select a.canonical_url as url, d.in_scope as "inScope" from decisions d
       join revisions r on r.id = d.revision_id join articles a on a.id = r.article_id`,
    );
    const wrong = rows.filter(({ url, inScope }) => expected.get(slugOf(url))?.scope !== inScope);
    expect(wrong).toEqual([]);
  });

  it('finds the signals that its authors put in, with their status, at the pinned floors', async () => {
    const found = await listSignals(db.orm, { watchId, limit: 500 });
    const { rows } = await db.orm.execute<{ url: string }>('select canonical_url as url from articles');
    const wanted = rows.flatMap(({ url }) =>
      Object.entries(expected.get(slugOf(url))?.signals ?? {}).map(([category, status]) => ({
        key: `${slugOf(url)} ${category}`,
        status,
      })),
    );
    const unsure = (slug: string, category: string) =>
      ((expected.get(slug)?.unsure ?? []) as readonly string[]).includes(category);
    const statuses = new Map(
      found
        .filter(({ article, category }) => !unsure(slugOf(article.url), category))
        .map(({ article, category, status }) => [`${slugOf(article.url)} ${category}`, status]),
    );
    const hits = wanted.filter(({ key }) => statuses.has(key));
    const right = hits.filter(({ key, status }) => statuses.get(key) === status);
    expect(hits.length / statuses.size).toBeGreaterThanOrEqual(FLOORS.precision);
    expect(hits.length / wanted.length).toBeGreaterThanOrEqual(FLOORS.recall);
    expect(right.length / hits.length).toBeGreaterThanOrEqual(FLOORS.status);
  });

  it('says that it is a sample at the top of its digest, which repeats nothing the next day', async () => {
    await db.transaction((tx) =>
      addTasks(tx, [
        { stage: 'edition', key: `${watchId}:2026-03-01` },
        { stage: 'edition', key: `${watchId}:2026-03-02`, dueAt: new Date(Date.now() + 1_500) },
      ]),
    );
    await vi.waitFor(async () => expect(await listEditions(db.orm, watchId)).toHaveLength(2), {
      timeout: 30_000,
    });
    const first = await findEdition(db.orm, { watchId, date: '2026-03-01' });
    const second = await findEdition(db.orm, { watchId, date: '2026-03-02' });
    expect(first?.subject).toContain('SAMPLE');
    expect(first?.text).toContain('SAMPLE');
    const reported = (input: string | undefined) =>
      (JSON.parse(input ?? '{}') as { signals: { signalId: number }[] }).signals.map(
        ({ signalId }) => signalId,
      );
    expect(reported(first?.input).length).toBeGreaterThan(20);
    expect(reported(second?.input)).toEqual([]);
  });

  it('is removed with everything it brought', async () => {
    await vi.waitFor(async () => expect((await countPipeline(db)).due).toBe(0), { timeout: 30_000 });
    await db.transaction((tx) => removeWatch(tx, watchId));
    expect(await countPipeline(db)).toMatchObject({
      articles: 0,
      items: 0,
      revisions: 0,
      decisions: 0,
      signals: 0,
    });
    const left = (await countTasks(db.orm)).filter(({ state }) => state !== 'done');
    expect(left).toEqual([]);
  });
});
