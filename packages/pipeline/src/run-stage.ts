import type { Clock } from '@aftermath/core';
import { planFailure } from './failure-plan.ts';
import type { Claim, JobQueue, TaskStore } from './ports.ts';
import { STAGE_POLICIES, type Stage } from './stages.ts';

/** Jobs in a queue at most: the rest waits in the tasks table, and a burst takes no memory. */
const QUEUE_DEPTH_MAX = 1_000;
/** Tasks that nobody announced (a retry, a poll that comes due) are found within this time. */
const POLL_MS = 1_000;

/** One line about one job: what, how long, how it ended. */
export interface TaskEvent {
  readonly stage: Stage;
  readonly key: string;
  readonly durationMs: number;
  readonly outcome: 'done' | 'lost' | 'retry' | 'later' | 'never';
  /** What the handler tells of its work, and of a failure its code and message. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Does a task's work, and writes its result and the task's end in one transaction. What it returns goes into
 * the job's log line. Throws a `Failure` to say how the task goes on; every deadline inside is shorter than
 * the stage's lease.
 */
export type TaskHandler = (claim: Claim, signal: AbortSignal) => Promise<Readonly<Record<string, unknown>>>;

export interface StageOptions {
  readonly stage: Stage;
  readonly store: TaskStore;
  readonly queue: JobQueue;
  readonly handler: TaskHandler;
  readonly clock: Clock;
  /** Calls back when tasks of this stage were written; returns a function that stops it. */
  readonly onTasks: (wake: () => void) => () => void;
  readonly onEvent: (event: TaskEvent) => void;
  /** A fault of the relay itself, such as a database that is away; it goes on trying. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Runs one stage: sends its due tasks to the queue, and works on what comes out of it. Resolves when `signal`
 * was aborted and the tasks in hand are finished.
 */
export async function runStage(options: StageOptions, signal: AbortSignal): Promise<void> {
  const { stage, queue } = options;
  const alarm = createAlarm(signal);
  const unsubscribe = options.onTasks(alarm.ring);
  const worker = await queue.work(stage, STAGE_POLICIES[stage].concurrency, async (job) => {
    if (signal.aborted) return;
    await runTask(options, job.taskId, signal);
  });
  try {
    while (!signal.aborted) {
      const more = await relay(options).catch((error: unknown) => {
        options.onFault(error);
        return false;
      });
      if (!more) await alarm.wait(POLL_MS);
    }
  } finally {
    unsubscribe();
    await worker.close();
  }
}

/** Sends due tasks to the queue, as many as it has room for. True: there may be more at once. */
async function relay({ stage, store, queue }: StageOptions): Promise<boolean> {
  const room = QUEUE_DEPTH_MAX - (await queue.depth(stage));
  if (room <= 0) return false;
  const due = await store.dispatch(stage, room);
  if (due.length === 0) return false;
  // One id per claim: a task sent twice before it was claimed is one job in the queue.
  await queue.add(
    stage,
    due.map(({ taskId, dispatch }) => ({ id: `${stage}-${taskId}-${dispatch}`, job: { taskId } })),
  );
  return due.length === room;
}

async function runTask(options: StageOptions, taskId: number, signal: AbortSignal): Promise<void> {
  const { stage, store, clock, onEvent } = options;
  const policy = STAGE_POLICIES[stage];
  const claim = await store.claim(taskId, policy.leaseMs);
  if (claim === null) return;
  const startedAt = clock.now().getTime();
  const report = (outcome: TaskEvent['outcome'], fields: TaskEvent['fields']) =>
    onEvent({ stage, key: claim.key, durationMs: clock.now().getTime() - startedAt, outcome, fields });
  try {
    report('done', await options.handler(claim, signal));
  } catch (error) {
    const failure = planFailure(error, policy, claim.attempts, clock.now());
    const recorded = await store.fail(claim, failure);
    report(!recorded ? 'lost' : failure.retryInMs === null ? 'never' : failure.kind, {
      code: failure.code,
      error: failure.message,
      attempts: claim.attempts,
      retryInMs: failure.retryInMs,
      ...(failure.code === 'unexpected' && error instanceof Error ? { stack: error.stack } : {}),
    });
  }
}

/** A sleep that can be cut short, also by a ring that came before it began. */
function createAlarm(signal: AbortSignal): { ring: () => void; wait: (ms: number) => Promise<void> } {
  let rung = false;
  let wake: (() => void) | null = null;
  const ring = () => {
    rung = true;
    wake?.();
  };
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    wait: async (ms) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      rung = signal.aborted;
    },
  };
}

/** `runStage` with everything but the stage filled in: what a role gets to run its stages with. */
export type StageRunner = (stage: Stage, handler: TaskHandler, signal: AbortSignal) => Promise<void>;
