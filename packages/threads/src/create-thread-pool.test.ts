import { Failure, LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createThreadPool, type ThreadPool } from './create-thread-pool.ts';
import { threadFile } from './thread-file.ts';

const pools: ThreadPool[] = [];

/** Bounds wide enough for a slow machine: each test that needs a narrow one says so. */
function pool(bounds: { deadlineMs?: number; heapMiB?: number } = {}): ThreadPool {
  const file = threadFile(import.meta.url, './__fixtures__/behave-thread');
  const made = createThreadPool({ file, deadlineMs: 50_000, heapMiB: 256, threadsMax: 1, ...bounds });
  pools.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((made) => made.close()));
});

async function failure(running: Promise<unknown>): Promise<Error> {
  return running.then(
    (value) => expect.fail(`was done: ${String(value)}`),
    (error: Error) => error,
  );
}

describe('createThreadPool', () => {
  it('gives what the worker file returns, from its source', async () => {
    expect(await pool().run({ does: 'add', a: 2, b: 3 })).toBe(5);
  });

  it.each(['spin', 'wait'])('ends a task beyond its deadline (%s)', async (does) => {
    const error = await failure(pool({ deadlineMs: 1_000 }).run({ does }));
    expect(error).toBeInstanceOf(NeverFailure);
    expect(error).toMatchObject({ code: 'thread-deadline', message: 'behave took more than 1000 ms' });
  });

  it('does the next task after a deadline, and counts no waiting towards its own', async () => {
    const narrow = pool({ deadlineMs: 6_000 });
    const stuck = failure(narrow.run({ does: 'spin' }));
    const waiting = narrow.run({ does: 'add', a: 1, b: 1 });
    expect(await stuck).toMatchObject({ code: 'thread-deadline' });
    expect(await waiting).toBe(2);
  });

  it('ends a task beyond its heap, and does the next one', async () => {
    const narrow = pool({ heapMiB: 48 });
    const error = await failure(narrow.run({ does: 'hoard' }));
    expect(error).toBeInstanceOf(NeverFailure);
    expect(error).toMatchObject({ code: 'thread-out-of-memory', message: 'behave needs more than 48 MiB' });
    expect(await narrow.run({ does: 'add', a: 1, b: 1 })).toBe(2);
  });

  it.each([
    ['retry', RetryFailure, { kind: 'retry', code: 'host-down', name: 'RetryFailure' }],
    [
      'later',
      LaterFailure,
      { kind: 'later', code: 'too-many-requests', retryAt: new Date('2026-03-01T00:00:00.000Z') },
    ],
    ['never', NeverFailure, { kind: 'never', code: 'page-is-empty', name: 'PageIsEmpty' }],
  ])('brings a %s failure home as the same kind, with its code', async (does, type, expected) => {
    const error = await failure(pool().run({ does }));
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject(expected);
    expect(error.stack).toContain('behave-thread');
  });

  it('brings any other error home as an Error that is no Failure', async () => {
    const error = await failure(pool().run({ does: 'bug' }));
    expect(error).not.toBeInstanceOf(Failure);
    expect(error).toMatchObject({ name: 'TypeError', message: 'x is not a function' });
  });

  it.each(['exit', 'unclonable'])(
    'rejects when the thread ends without a result (%s), and goes on',
    async (does) => {
      const made = pool();
      expect(await failure(made.run({ does }))).toMatchObject({
        message: expect.stringContaining('behave ended its thread'),
      });
      expect(await made.run({ does: 'add', a: 1, b: 1 })).toBe(2);
    },
  );

  it('moves the buffers it is told to move', async () => {
    const bytes = new Uint8Array(1_000);
    expect(await pool().run({ does: 'size', bytes }, [bytes.buffer])).toBe(1_000);
    expect(bytes.byteLength).toBe(0);
  });

  it('rejects what still runs when it is closed', async () => {
    const made = pool();
    const running = failure(made.run({ does: 'wait' }));
    await made.close();
    expect(await running).toBeInstanceOf(Error);
  });
});
