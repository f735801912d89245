import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runRoles } from '@aftermath/cli';
import { readConfig, readWatchFile } from '@aftermath/config';
import { addTasks, openDatabase, saveWatch } from '@aftermath/db';
import { placeSampleWatch, SAMPLE_WATCH_FILE, startSampleServer } from '@aftermath/sample';
import { createLogger, createMetrics } from '@aftermath/telemetry';
import { aWatch, createTestDatabase } from '@aftermath/testkit';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const executablePath = inject('chromiumPath');
if (executablePath === null)
  console.warn('Skipped: the dashboard in a browser (AFTERMATH_TEST_CHROMIUM is not set)');

/** What a browser needs to run without a screen, and to leave the network alone. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe.skipIf(executablePath === null)('the dashboard in a browser', () => {
  const cleanups: (() => unknown)[] = [];
  let browser: Browser;
  let url = '';

  beforeAll(async () => {
    const anchor = new Date(Date.now() - 13 * 86_400_000);
    const server = await startSampleServer({
      anchor,
      clock: { now: () => new Date() },
      port: 0,
      host: '127.0.0.1',
    });
    cleanups.push(() => server.close());
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    const db = openDatabase({ connectionString: database.connectionString });
    cleanups.push(() => db.close());
    const read = await readWatchFile(SAMPLE_WATCH_FILE);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const watch = placeSampleWatch(read.watch, server.url, anchor);
    await db.transaction(async (tx) => {
      // It stands before the sample, and has found nothing: the first screen is not its empty page.
      await saveWatch(tx, { ...aWatch(), sources: [] });
      await saveWatch(tx, watch);
      const dueAt = new Date(Date.now() + 15_000);
      await addTasks(tx, [{ stage: 'edition', key: `${watch.id}:2026-03-01`, dueAt }]);
    });
    const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-dashboard-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    const stop = new AbortController();
    const listening = new Promise<string>((resolve) => {
      const running = runRoles(
        {
          config: readConfig({ data: dataDir, port: 0, env: {} }),
          db,
          connectionString: database.connectionString,
          log: createLogger({ level: 'silent' }),
          metrics: createMetrics(),
          allowPrivate: [new URL(server.url).host],
          onListening: resolve,
        },
        stop.signal,
      );
      cleanups.push(async () => {
        stop.abort();
        await running;
      });
    });
    url = await listening;
    browser = await chromium.launch({
      ...(executablePath === null ? {} : { executablePath }),
      args: FLAGS,
    });
    cleanups.push(() => browser.close());
  }, 120_000);
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  it('shows the sample marked as such: signals with their quotes, the digest as mailed, healthy sources, and no error', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(url);
    await page.getByText('SAMPLE: nothing here is real').waitFor();
    await page.locator('.signals blockquote').first().waitFor({ timeout: 60_000 });
    await page.getByText('8 of 8 healthy').waitFor({ timeout: 60_000 });
    const digest = page.getByRole('link', { name: /SAMPLE/ });
    await digest.waitFor({ timeout: 60_000 });
    const mail = await browser.newPage();
    await mail.goto(`${url}${await digest.getAttribute('href')}`);
    expect(await mail.locator('blockquote').count()).toBeGreaterThan(5);
    expect(await mail.locator('script, img, link').count()).toBe(0);
    expect(errors).toEqual([]);
  }, 180_000);
});
