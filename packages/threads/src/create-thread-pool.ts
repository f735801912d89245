import { fileURLToPath } from 'node:url';
import { NeverFailure } from '@aftermath/core';
import pLimit from 'p-limit';
import { Piscina } from 'piscina';
import { reviveFailure, type ThreadOutcome } from './carried-failure.ts';
import type { ThreadTask } from './task-thread.ts';
import { threadFile } from './thread-file.ts';

export interface ThreadPoolOptions {
  /** The worker file: see `threadFile`. */
  readonly file: URL;
  /** How long one task may take, from its own start (waiting for a thread not counted). */
  readonly deadlineMs: number;
  /** Heap of one thread. Buffers lie outside of it: cap their size before they are sent. */
  readonly heapMiB: number;
  readonly threadsMax: number;
}

export interface ThreadPool {
  /**
   * Does a task in a thread; `transfer` lists the buffers to move rather than copy.
   *
   * @throws NeverFailure `thread-deadline` or `thread-out-of-memory` when the task went beyond its bounds and
   * its thread was ended; else what the task threw, a Failure with its kind and code.
   */
  run<T>(input: unknown, transfer?: readonly ArrayBuffer[]): Promise<T>;
  /** Ends all threads; tasks still running are rejected. */
  close(): Promise<void>;
}

/** Long enough to bridge the gaps of a busy time, short enough that a quiet process is a small one. */
const IDLE_MS = 10_000;

/** Threads for work that could take too long or too much memory. None is started before the first task. */
export function createThreadPool(options: ThreadPoolOptions): ThreadPool {
  const pool = new Piscina({
    filename: fileURLToPath(threadFile(import.meta.url, './task-thread')),
    minThreads: 0,
    maxThreads: options.threadsMax,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: options.heapMiB },
    ...execArgv(),
  });
  // A thread that fails between two tasks takes nothing with it, and the next task starts a new one.
  pool.on('error', () => undefined);
  const limit = pLimit(options.threadsMax);

  async function run(input: unknown, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    const task: ThreadTask = { file: options.file.href, input };
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), options.deadlineMs);
    try {
      const running = pool.run(task, { signal: deadline.signal, transferList: [...transfer] });
      const outcome: ThreadOutcome = await running.catch((error) => {
        throw endOfThread(options, error, deadline.signal.aborted);
      });
      if (outcome.failure === null) return outcome.result;
      throw reviveFailure(outcome.failure);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    // The worker file alone knows what it returns.
    run: <T>(input: unknown, transfer: readonly ArrayBuffer[] = []) =>
      limit(() => run(input, transfer) as Promise<T>),
    close: () => pool.destroy(),
  };
}

/** Sources need tsx in the thread too; a build needs nothing. */
function execArgv(): { execArgv?: string[] } {
  if (!import.meta.url.endsWith('.ts')) return {};
  const register = new URL('./register-tsx.mjs', import.meta.url);
  return { execArgv: ['--import', register.href, '--conditions=source'] };
}

/** Why a thread ended without an outcome. */
function endOfThread({ file, deadlineMs, heapMiB }: ThreadPoolOptions, cause: unknown, late: boolean): Error {
  const task = file.pathname.replace(/^.*\//, '').replace(/(?:-thread)?\.\w+$/, '');
  if (late) {
    return new NeverFailure('thread-deadline', `${task} took more than ${deadlineMs} ms`, { cause });
  }
  if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new NeverFailure('thread-out-of-memory', `${task} needs more than ${heapMiB} MiB`, { cause });
  }
  return new Error(`${task} ended its thread: ${String(cause)}`, { cause });
}
