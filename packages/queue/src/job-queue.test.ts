import type { Job, JobQueue } from '@aftermath/pipeline';
import { createTestDatabase, startCuttableProxy } from '@aftermath/testkit';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import type { QueueBackend } from './backend.ts';
import { createJobQueue } from './job-queue.ts';

const redisUrl = inject('redisUrl');
if (redisUrl === null) console.warn('Skipped: the queue on Redis (AFTERMATH_TEST_REDIS_URL is not set)');

const BACKENDS = [
  { name: 'PostgreSQL', there: true },
  { name: 'Redis', there: redisUrl !== null },
];

describe.each(BACKENDS)('the queue on $name', ({ name, there }) => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  /** A queue with nothing in it, and what it reported as faults. */
  const open = async (): Promise<{ queue: JobQueue; faults: string[] }> => {
    const faults: string[] = [];
    const queue = await createJobQueue(await backend(), (error) => faults.push(error.message));
    cleanups.push(() => queue.close());
    return { queue, faults };
  };
  const backend = async (): Promise<QueueBackend> => {
    if (name === 'Redis') return { kind: 'redis', url: redisUrl ?? '' };
    const database = await createTestDatabase();
    cleanups.push(() => database.drop());
    return { kind: 'postgres', connectionString: database.connectionString };
  };
  /** Job ids of this test alone: Redis is shared. */
  const jobs = (...taskIds: number[]) =>
    taskIds.map((taskId) => ({ id: `${name}-${taskId}-0`, job: { taskId } }));

  it.skipIf(!there)('hands each job to one worker, an id added twice only once', async () => {
    const { queue, faults } = await open();
    const seen: number[] = [];
    await queue.add('pull', jobs(1, 2, 3));
    await queue.add('pull', jobs(2, 3));
    expect(await queue.depth('pull')).toBe(3);
    const take = async ({ taskId }: Job) => {
      seen.push(taskId);
    };
    await queue.work('pull', 2, take);
    await queue.work('pull', 2, take);
    await vi.waitFor(async () => expect(await queue.depth('pull')).toBe(0), { timeout: 20_000 });
    expect(seen.sort()).toEqual([1, 2, 3]);
    expect(faults).toEqual([]);
  });

  it.skipIf(!there)('forgets a job that failed and says so, and its id can be added again', async () => {
    const { queue, faults } = await open();
    let runs = 0;
    await queue.work('extract', 1, async () => {
      runs += 1;
      throw new Error('boom');
    });
    await queue.add('extract', jobs(7));
    await vi.waitFor(() => expect(faults).toEqual(['boom']), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await queue.depth('extract')).toBe(0));
    await queue.add('extract', jobs(7));
    await vi.waitFor(() => expect(runs).toBe(2), { timeout: 20_000 });
  });

  it.skipIf(!there)('says so while its server is away, and goes on when it is back', async () => {
    const behind = await backend();
    const proxy = await startCuttableProxy(behind.kind === 'redis' ? behind.url : behind.connectionString);
    cleanups.push(() => proxy.close());
    const faults: string[] = [];
    const away: QueueBackend =
      behind.kind === 'redis' ? { ...behind, url: proxy.url } : { ...behind, connectionString: proxy.url };
    const queue = await createJobQueue(away, (error) => faults.push(error.message));
    cleanups.push(() => queue.close());
    const seen: number[] = [];
    await queue.work('edition', 1, async ({ taskId }) => {
      seen.push(taskId);
    });
    expect(await queue.depth('edition')).toBe(0);
    proxy.cut();
    await expect(queue.depth('edition')).rejects.toThrow();
    expect(faults).not.toEqual([]);
    proxy.mend();
    await vi.waitFor(() => queue.add('edition', jobs(5)), { timeout: 20_000 });
    await vi.waitFor(() => expect(seen).toContain(5), { timeout: 20_000 });
  });

  it.skipIf(!there)('can be closed while its server is away', async () => {
    const behind = await backend();
    const proxy = await startCuttableProxy(behind.kind === 'redis' ? behind.url : behind.connectionString);
    cleanups.push(() => proxy.close());
    const queue = await createJobQueue(
      behind.kind === 'redis' ? { ...behind, url: proxy.url } : { ...behind, connectionString: proxy.url },
      () => undefined,
    );
    await queue.work('deliver', 1, async () => undefined);
    proxy.cut();
    await expect(queue.close()).resolves.toBeUndefined();
  });

  it.skipIf(!there)('lets a job in hand finish when it is closed', async () => {
    const { queue } = await open();
    let finish = (): void => undefined;
    const started = deferred();
    let finished = false;
    const worker = await queue.work('classify', 1, async () => {
      started.resolve();
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      finished = true;
    });
    await queue.add('classify', jobs(9));
    await started.promise;
    const closing = worker.close();
    finish();
    await closing;
    expect(finished).toBe(true);
  });
});

describe('a Redis that is no good for a queue', () => {
  it('is refused with its address and what to do, when nothing answers', async () => {
    const proxy = await startCuttableProxy('redis://127.0.0.1:1');
    await proxy.close();
    const { host } = new URL(proxy.url);
    await expect(createJobQueue({ kind: 'redis', url: proxy.url }, () => undefined)).rejects.toThrow(
      `Redis at ${host} can't be used: connect ECONNREFUSED ${host}; check REDIS_URL and that it runs`,
    );
  });

  it.skipIf(redisUrl === null)('is complained of when it may throw jobs away', async () => {
    const redis = new Redis(redisUrl ?? '');
    const [, before = ''] = (await redis.config('GET', 'maxmemory-policy')) as string[];
    const faults: string[] = [];
    try {
      await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
      const queue = await createJobQueue({ kind: 'redis', url: redisUrl ?? '' }, (error) =>
        faults.push(error.message),
      );
      await queue.close();
    } finally {
      await redis.config('SET', 'maxmemory-policy', before);
      redis.disconnect();
    }
    expect(faults).toEqual([expect.stringContaining('maxmemory-policy allkeys-lru')]);
  });
});

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}
