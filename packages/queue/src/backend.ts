import type { Job } from '@aftermath/pipeline';
import { createPostgresBackend, Queue, Worker, type WorkerOptions, withBackend } from 'bullmq';

export type QueueBackend =
  | { readonly kind: 'postgres'; readonly connectionString: string }
  | { readonly kind: 'redis'; readonly url: string };

/** What we use of BullMQ's queues, whatever their backend. */
interface BullQueue {
  addBulk(jobs: { name: string; data: Job; opts: { jobId: string } }[]): Promise<unknown>;
  getJobCounts(...types: ('waiting' | 'active')[]): Promise<Record<string, number>>;
  on(event: 'error', heard: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

interface BullWorker {
  on(event: 'error', heard: (error: Error) => void): unknown;
  on(event: 'failed', heard: (job: unknown, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
  disconnect(): Promise<void>;
}
type Processor = (job: { readonly data: Job }) => Promise<void>;
export type RunOptions = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval'>;

/** BullMQ's two classes on one of its backends. */
export interface BullBackend {
  openQueue(name: string): BullQueue;
  openWorker(name: string, processor: Processor, options: RunOptions): BullWorker;
}

/** A job is run once and then forgotten, however it ends: the task says what comes next. */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;
const FORGET = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } } as const;
/** PostgreSQL connections of one queue or worker, besides the one that listens. */
const CONNECTIONS_MAX = 4;
/** A server that takes longer over one of the queue's short commands is as good as away. */
export const COMMAND_MS = 10_000;
const RECONNECT_MS_MAX = 3_000;
/** A line that went dead in silence is noticed within a minute. */
const KEEP_ALIVE_MS = 20_000;

/** Binds BullMQ to PostgreSQL, in a schema of its own, or to Redis. */
export function bindBackend(backend: QueueBackend): BullBackend {
  if (backend.kind === 'redis') {
    const connection = {
      url: backend.url,
      maxRetriesPerRequest: null,
      keepAlive: KEEP_ALIVE_MS,
      // BullMQ's own waits grow to 20 s, and a Redis that restarted is back in one.
      retryStrategy: (attempts: number) => Math.min(attempts * 250, RECONNECT_MS_MAX),
    };
    return {
      openQueue: (name) => new Queue<Job>(name, { connection, defaultJobOptions: JOB_OPTIONS }),
      openWorker: (name, processor, options) =>
        new Worker<Job>(name, processor, { connection, ...options, ...FORGET }),
    };
  }
  const Postgres = withBackend(createPostgresBackend);
  const connection = {
    connectionString: backend.connectionString,
    migrate: true,
    max: CONNECTIONS_MAX,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    connectionTimeoutMillis: COMMAND_MS,
    query_timeout: COMMAND_MS,
    // The tasks table is the truth: a job that a crash of the server loses is sent again, so no commit waits for the disk.
    options: '-c synchronous_commit=off',
  };
  return {
    openQueue: (name) => new Postgres.Queue<Job>(name, { connection, defaultJobOptions: JOB_OPTIONS }),
    openWorker: (name, processor, options) =>
      new Postgres.Worker<Job>(name, processor, { connection, ...options, ...FORGET }),
  };
}
