import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTaskStore, type Database, openDatabase, saveWatch } from '@aftermath/db';
import { createFetcher } from '@aftermath/fetch';
import { runStage } from '@aftermath/pipeline';
import { runPuller } from '@aftermath/puller';
import { createJobQueue } from '@aftermath/queue';
import { aWatch, createTestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const GOOD = 495;
const FEED =
  '<rss version="2.0"><channel><title>Good</title><item><title>One</title><link>https://news.example/1</link></item></channel></rss>';

/** How one source in a hundred behaves, and what is written down of it in the end. */
const HOSTILE: Readonly<Record<string, string>> = {
  silent: 'connection-lost',
  drip: 'connection-lost',
  endless: 'too-large',
  bomb: 'bad-encoding',
  loop: 'too-many-redirects',
};

describe('500 sources of which 5 are hostile', () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  const held = new Set<ServerResponse>();
  let db: Database;

  async function listen(listener: RequestListener): Promise<number> {
    const server: Server = createServer(listener);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    cleanups.push(
      () =>
        new Promise((done) => {
          server.close(done);
          server.closeAllConnections();
        }),
    );
    return (server.address() as AddressInfo).port;
  }

  /** Until the test lets go: what it holds is never ended by a time of its own. */
  const hold = (response: ServerResponse) => {
    held.add(response);
    response.on('close', () => held.delete(response));
  };

  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    '/silent': hold,
    '/drip': (response) => {
      hold(response);
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    },
    '/endless': (response) => {
      const push = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, ' ')));
      };
      response.on('drain', push);
      push();
    },
    '/bomb': (response) => void response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x'),
    '/loop': (response) => void response.writeHead(302, { location: '/loop' }).end(),
  };

  beforeAll(async () => {
    const goodPort = await listen((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(FEED),
    );
    const hostilePort = await listen((request, response) => answers[request.url ?? '']?.(response));
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    db = openDatabase({ connectionString: database.connectionString });
    cleanups.push(() => db.close());
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('the built watch has no source');
    // The hostile ones come first: whoever waited for them would wait from the start.
    const urls = [
      ...Object.keys(HOSTILE).map((name) => `http://${name}.test:${hostilePort}/${name}`),
      ...Array.from({ length: GOOD }, (_, n) => `http://good-${n}.test:${goodPort}/feed`),
    ];
    const sources = urls.map((url) => ({ ...source, title: url, url }));
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources })));

    const fail = (error: unknown) => {
      throw error;
    };
    const { connectionString } = database;
    const queue = await createJobQueue({ kind: 'postgres', connectionString }, fail);
    const fetcher = createFetcher({
      userAgent: 'test',
      allowPrivate: ['127.0.0.0/8'],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      // Longer than the test: what is held ends when the test lets go.
      limits: { firstByteMs: 300_000, idleMs: 300_000, totalMs: 300_000 },
    });
    const clock = { now: () => new Date() };
    const stop = new AbortController();
    const running = runPuller(
      {
        db,
        fetcher,
        clock,
        pollIntervalMs: 3_600_000,
        runStage: (stage, handler, signal) =>
          runStage(
            {
              stage,
              store: createTaskStore(db),
              queue,
              handler,
              clock,
              onTasks: () => () => undefined,
              onEvent: () => undefined,
              onFault: fail,
            },
            signal,
          ),
      },
      stop.signal,
    );
    cleanups.push(async () => {
      stop.abort();
      await running;
      await fetcher.close();
      await queue.close();
    });
  });
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });

  async function codes(pattern: string): Promise<Record<string, string | null>> {
    const { rows } = await db.orm.execute<{ url: string; code: string | null }>(
      `select s.url, c.error_code as code from source_checks c join sources s on s.id = c.source_id
       where s.url ${pattern} order by s.url`,
    );
    return Object.fromEntries(
      rows.map(({ url, code }) => [new URL(url).hostname.replace('.test', ''), code]),
    );
  }

  it('are all read but those, while those that never end are still in hand', async () => {
    await vi.waitFor(async () => expect(Object.keys(await codes("like '%//good-%'"))).toHaveLength(GOOD), {
      timeout: 200_000,
      interval: 200,
    });
    expect(new Set(Object.values(await codes("like '%//good-%'")))).toEqual(new Set([null]));
    expect(held.size).toBe(2);
    const ended = await codes("not like '%//good-%'");
    expect(ended).not.toHaveProperty('silent');
    expect(ended).not.toHaveProperty('drip');
  }, 220_000);

  it('are told apart by what was wrong with them, once they end', async () => {
    for (const response of held) response.destroy();
    await vi.waitFor(async () => expect(await codes("not like '%//good-%'")).toEqual(HOSTILE), {
      timeout: 60_000,
      interval: 100,
    });
  }, 70_000);
});
