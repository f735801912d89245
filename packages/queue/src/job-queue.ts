import type { JobQueue, QueueWorker, Stage } from '@aftermath/pipeline';
import { type BullBackend, bindBackend, type QueueBackend } from './backend.ts';

/** A worker that stops renewing this lock is dead, and its job is handed on. */
const LOCK_MS = 30_000;
const STALLED_CHECK_MS = 15_000;

/** Told what went wrong in the queue itself; the queue goes on. */
export type QueueFault = (error: Error, stage: Stage) => void;

/**
 * Opens the pipeline's queue on BullMQ, over PostgreSQL or Redis.
 *
 * @throws when the backend can't be reached
 */
export async function createJobQueue(backend: QueueBackend, onFault: QueueFault): Promise<JobQueue> {
  const bull = bindBackend(backend);
  const workers = new Set<QueueWorker>();
  const queueOf = openOnce(bull, onFault);
  return {
    async add(stage, jobs) {
      if (jobs.length === 0) return;
      const queue = await queueOf(stage);
      await queue.addBulk(jobs.map(({ id, job }) => ({ name: stage, data: job, opts: { jobId: id } })));
    },

    async work(stage, concurrency, handler) {
      await queueOf(stage);
      const options = { concurrency, lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS };
      const worker = bull.openWorker(nameOf(stage), ({ data }) => handler(data), options);
      worker.on('error', (error) => onFault(error, stage));
      worker.on('failed', (_job, error) => onFault(error, stage));
      await worker.waitUntilReady();
      const running: QueueWorker = {
        close: async () => {
          workers.delete(running);
          await worker.close();
        },
      };
      workers.add(running);
      return running;
    },

    async depth(stage) {
      const counts = await (await queueOf(stage)).getJobCounts('waiting', 'active');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },

    async close() {
      await Promise.all([...workers].map((worker) => worker.close()));
      await queueOf.close();
    },
  };
}

/** One queue per stage, opened one after the other: on a new database the first one makes the tables. */
function openOnce(bull: BullBackend, onFault: QueueFault) {
  type OpenQueue = ReturnType<BullBackend['openQueue']>;
  const queues = new Map<Stage, Promise<OpenQueue>>();
  let last: Promise<unknown> = Promise.resolve();
  const open = async (stage: Stage, before: Promise<unknown>): Promise<OpenQueue> => {
    await before.catch(() => undefined);
    const queue = bull.openQueue(nameOf(stage));
    queue.on('error', (error) => onFault(error, stage));
    await queue.waitUntilReady();
    return queue;
  };
  const queueOf = (stage: Stage): Promise<OpenQueue> => {
    const opened = queues.get(stage) ?? open(stage, last);
    queues.set(stage, opened);
    last = opened;
    return opened;
  };
  return Object.assign(queueOf, {
    close: async () => {
      for (const queue of queues.values()) await (await queue).close();
    },
  });
}

/** The queue of a stage, as Redis and a queue board show it. */
function nameOf(stage: Stage): string {
  return `aftermath-${stage}`;
}
