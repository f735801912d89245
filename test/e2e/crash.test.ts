import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@aftermath/db';
import { startSmtpSink } from '@aftermath/testkit';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { freePort } from './free-port.ts';
import { startNewsServer } from './news-server.ts';
import { countPipeline } from './pipeline-counts.ts';
import { newsMissing, realNews } from './real-news.ts';
import { databaseOf, runProgram, startProgram } from './running-program.ts';

const ARTICLES = 300;
const WATCH = path.resolve(import.meta.dirname, '../../infra/watches/tren-de-aragua-strike.yaml');

if (newsMissing !== null) console.warn(`Skipped: kill -9 in the middle of real news (${newsMissing})`);

/** The project's own watch, on these sources and for one recipient. */
function writeWatch(folder: string, feeds: readonly string[]): string {
  const file = path.join(folder, 'watch.yaml');
  cpSync(WATCH, file);
  const document = parseDocument(readFileSync(file, 'utf8'));
  document.set(
    'sources',
    feeds.map((url, index) => ({ title: `News ${index}`, url, country: 'CO', lang: 'en', reliability: 'B' })),
  );
  document.setIn(['digest', 'recipients'], ['analyst@example.org']);
  writeFileSync(file, document.toString());
  return file;
}

describe('kill -9 of the whole program in the middle of its work', () => {
  const cleanups: (() => unknown)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  it.skipIf(newsMissing !== null)(
    'loses no article, does none twice, and sends one mail',
    async () => {
      const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-crash-'));
      cleanups.push(async () => {
        // As root the database may be elsewhere, with a link to it.
        await rm(await realpath(path.join(dataDir, 'postgres')), { recursive: true, force: true });
        await rm(dataDir, { recursive: true, force: true });
      });
      const news = await startNewsServer(realNews(ARTICLES));
      cleanups.push(() => news.close());
      const smtp = await startSmtpSink();
      cleanups.push(() => smtp.close());
      const env = {
        SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
        AFTERMATH_ALLOW_PRIVATE: new URL(news.origin).host,
      };
      const added = runProgram(['watch', 'add', writeWatch(dataDir, news.feeds), '--data', dataDir]);
      expect(await added.ended, added.output.stderr).toBe(0);

      const first = await startProgram(dataDir, await freePort(), env);
      const db = openDatabase({ connectionString: databaseOf(dataDir), connectionsMax: 1 });
      await vi.waitFor(
        async () => expect((await countPipeline(db)).decisions).toBeGreaterThan(ARTICLES / 5),
        {
          timeout: 60_000,
          interval: 50,
        },
      );
      first.child.kill('SIGKILL');
      expect(await first.ended).toBe('SIGKILL');
      const before = await countPipeline(db);
      expect(before.decisions).toBeLessThan(ARTICLES);

      const second = await startProgram(dataDir, await freePort(), env);
      cleanups.push(async () => {
        second.child.kill('SIGTERM');
        await second.ended;
      });
      cleanups.push(() => db.close());
      await vi.waitFor(
        async () => expect(await countPipeline(db)).toMatchObject({ decisions: ARTICLES, due: 0 }),
        { timeout: 120_000, interval: 250 },
      );
      const sent = runProgram([
        'digest',
        'send',
        '--watch',
        'tren-de-aragua-strike',
        '--date',
        '2026-03-01',
        '--data',
        dataDir,
      ]);
      expect(await sent.ended, sent.output.stderr).toBe(0);
      await vi.waitFor(() => expect(smtp.messages).toHaveLength(1), { timeout: 30_000, interval: 100 });
      await vi.waitFor(async () => expect((await countPipeline(db)).due).toBe(0), {
        timeout: 30_000,
        interval: 100,
      });

      expect(await countPipeline(db)).toMatchObject({
        articles: ARTICLES,
        items: ARTICLES,
        revisions: ARTICLES,
        decisions: ARTICLES,
        unproved: 0,
        quarantined: 0,
      });
      expect(smtp.messages).toHaveLength(1);
    },
    300_000,
  );
});
