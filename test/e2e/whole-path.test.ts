import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRoles } from '@aftermath/cli';
import { readConfig, readWatchFile } from '@aftermath/config';
import type { Watch } from '@aftermath/core';
import { addTasks, type Database, listDeliveries, openDatabase, saveWatch } from '@aftermath/db';
import { createLogger, createMetrics } from '@aftermath/telemetry';
import { createTestDatabase, startSmtpSink, type TestDatabase } from '@aftermath/testkit';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { startNewsServer } from './news-server.ts';
import { countPipeline } from './pipeline-counts.ts';
import { newsMissing, realNews } from './real-news.ts';

const redisUrl = inject('redisUrl');
const ARTICLES = 240;
const RECIPIENTS = ['one@example.org', 'two@example.org'];

if (newsMissing !== null) console.warn(`Skipped: the whole path on real news (${newsMissing})`);
if (redisUrl === null) console.warn('Skipped: the whole path on Redis (AFTERMATH_TEST_REDIS_URL is not set)');

const BACKENDS = [
  { name: 'PostgreSQL', redis: null, missing: newsMissing },
  { name: 'Redis', redis: redisUrl, missing: newsMissing ?? (redisUrl === null ? 'no Redis' : null) },
];

/** The project's own watch, on these sources, mailing these recipients. */
async function watchOf(sources: readonly string[]): Promise<Watch> {
  const read = await readWatchFile(
    path.resolve(import.meta.dirname, '../../infra/watches/tren-de-aragua-strike.yaml'),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return {
    ...read.watch,
    sources: sources.map((url, index) => ({
      kind: 'feed',
      title: `News ${index}`,
      url,
      country: 'CO',
      lang: 'en',
      reliability: 'B',
      verified: true,
    })),
    digest: { ...read.watch.digest, recipients: RECIPIENTS },
  };
}

describe.each(BACKENDS)('the whole path on $name', ({ redis, missing }) => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  it.skipIf(missing !== null)(
    'takes real news from feeds to one mail for each recipient, every article once, every quote proved',
    async () => {
      const articles = realNews(ARTICLES);
      const news = await startNewsServer(articles);
      cleanups.push(() => news.close());
      const smtp = await startSmtpSink();
      cleanups.push(() => smtp.close());
      const database: TestDatabase = await createTestDatabase();
      cleanups.push(() => database.drop());
      const db = openDatabase({ connectionString: database.connectionString });
      cleanups.push(() => db.close());
      const watch = await watchOf(news.feeds);
      await db.transaction((tx) => saveWatch(tx, watch));

      const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-e2e-'));
      cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
      const stop = new AbortController();
      const running = runRoles(
        {
          config: readConfig({
            data: dataDir,
            port: 0,
            env: {
              SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
              ...(redis === null ? {} : { REDIS_URL: redis }),
            },
          }),
          db,
          connectionString: database.connectionString,
          log: createLogger({ level: 'silent' }),
          metrics: createMetrics(),
          allowPrivate: [new URL(news.origin).host],
          onListening: () => undefined,
        },
        stop.signal,
      );
      cleanups.push(async () => {
        stop.abort();
        await running;
      });

      await vi.waitFor(
        async () => expect(await countPipeline(db)).toMatchObject({ decisions: articles.length, due: 0 }),
        { timeout: 120_000, interval: 250 },
      );
      await db.transaction((tx) => addTasks(tx, [{ stage: 'edition', key: `${watch.id}:2026-03-01` }]));
      await vi.waitFor(() => expect(smtp.messages).toHaveLength(RECIPIENTS.length), {
        timeout: 60_000,
        interval: 100,
      });
      await vi.waitFor(async () => {
        const deliveries = await listDeliveries(db.orm);
        expect(deliveries.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
      });

      expect(smtp.messages.map(({ envelope }) => envelope.to).sort()).toEqual(RECIPIENTS.map((to) => [to]));
      const stored = await countPipeline(db);
      expect(stored).toMatchObject({
        articles: articles.length,
        items: articles.length,
        revisions: articles.length,
      });
      expect(stored.decisions).toBe(articles.length);
      expect(stored.signals).toBeGreaterThan(0);
      expect(stored.unproved).toBe(0);
      const [mail] = smtp.messages;
      const quote = await reportedQuote(db);
      expect(quote).not.toBe('');
      expect(unwrapped(mail?.parsed.text ?? '')).toContain(unwrapped(quote));
    },
    240_000,
  );
});

/** The quote that the first story of the edition is led by. */
async function reportedQuote(db: Database): Promise<string> {
  const { rows } = await db.orm.execute<{ quote: string }>(
    "select input::json -> 'signals' -> 0 ->> 'quote' as quote from editions",
  );
  return rows[0]?.quote ?? '';
}

function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
