import type { Job, JobQueue, QueueWorker, Stage } from '@aftermath/pipeline';
import { type BullBackend, bindBackend, COMMAND_MS, type QueueBackend } from './backend.ts';
import { checkRedis } from './check-redis.ts';
import { within } from './deadline.ts';

/** A worker that stops renewing this lock is dead, and its job is handed on. */
const LOCK_MS = 30_000;
const STALLED_CHECK_MS = 15_000;
/** A backend that is away is not waited for when we stop: the tasks table knows what was in hand. */
const CLOSE_MS = 1_500;

/** Told what went wrong in the queue itself, or of one stage; the queue goes on. */
export type QueueFault = (error: Error, stage: Stage | null) => void;

/**
 * Opens the pipeline's queue on BullMQ, over PostgreSQL or Redis. While the backend is away, `add` and `depth`
 * reject, and workers wait for it to come back.
 *
 * @throws when the backend can't be reached
 */
export async function createJobQueue(backend: QueueBackend, onFault: QueueFault): Promise<JobQueue> {
  if (backend.kind === 'redis') {
    const problem = await checkRedis(backend.url, COMMAND_MS);
    if (problem !== null) onFault(new Error(problem), null);
  }
  const bull = bindBackend(backend);
  const workers = new Set<QueueWorker>();
  const queueOf = openOnce(bull, onFault);
  return {
    async add(stage, jobs) {
      if (jobs.length === 0) return;
      const adding = queueOf(stage).then((queue) =>
        queue.addBulk(jobs.map(({ id, job }) => ({ name: stage, data: job, opts: { jobId: id } }))),
      );
      await within(COMMAND_MS, 'the queue', adding);
    },

    async work(stage, concurrency, handler) {
      await queueOf(stage);
      const { worker, inHand } = openWorker(bull, stage, concurrency, handler, onFault);
      await worker.waitUntilReady();
      const running: QueueWorker = {
        close: async () => {
          workers.delete(running);
          await closeInTime(worker, inHand);
        },
      };
      workers.add(running);
      return running;
    },

    async depth(stage) {
      const counting = queueOf(stage).then((queue) => queue.getJobCounts('waiting', 'active'));
      const counts = await within(COMMAND_MS, 'the queue', counting);
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },

    async close() {
      await Promise.all([...workers].map((worker) => worker.close()));
      await queueOf.close();
    },
  };
}

function openWorker(
  bull: BullBackend,
  stage: Stage,
  concurrency: number,
  handler: (job: Job) => Promise<void>,
  onFault: QueueFault,
) {
  const inHand = new Set<Promise<void>>();
  const process = async ({ data }: { readonly data: Job }): Promise<void> => {
    const work = handler(data);
    inHand.add(work);
    await work.finally(() => inHand.delete(work));
  };
  const options = { concurrency, lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS };
  const worker = bull.openWorker(nameOf(stage), process, options);
  worker.on('error', (error) => onFault(error, stage));
  worker.on('failed', (_job, error) => onFault(error, stage));
  return { worker, inHand };
}

interface Closable {
  close(): Promise<void>;
  disconnect(): Promise<void>;
}

/** Takes no more work, waits for what is in hand, says good-bye, and hangs up on a backend that doesn't answer. */
async function closeInTime(closable: Closable, inHand: ReadonlySet<Promise<void>>): Promise<void> {
  const closing = closable.close();
  closing.catch(() => undefined);
  await Promise.allSettled(inHand);
  await within(CLOSE_MS, 'the queue', closing).catch(() =>
    within(CLOSE_MS, 'the queue', closable.disconnect()).catch(() => undefined),
  );
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
      const opened = await Promise.allSettled(queues.values());
      await Promise.all(
        opened.map((queue) =>
          queue.status === 'fulfilled' ? closeInTime(queue.value, new Set()) : undefined,
        ),
      );
    },
  });
}

/** The queue of a stage, as Redis and a queue board show it. */
function nameOf(stage: Stage): string {
  return `aftermath-${stage}`;
}
