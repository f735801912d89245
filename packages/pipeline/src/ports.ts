import type { Stage } from './stages.ts';

/** What travels through the queue: ids only, the row is the truth. */
export interface Job {
  readonly taskId: number;
}

/** A task a worker holds until its lease ends; `fence` grows with each claim, so that a zombie's late write is refused. */
export interface Claim {
  readonly taskId: number;
  readonly stage: Stage;
  readonly key: string;
  readonly fence: number;
  /** Failed attempts so far. */
  readonly attempts: number;
}

/** Where tasks live: a table in Postgres. */
export interface TaskStore {
  /**
   * Marks up to `limit` due tasks of a stage as dispatched and returns them. A task is due again when it was
   * dispatched before but no worker claimed it for a minute (its job was lost), or its lease ran out.
   */
  dispatch(
    stage: Stage,
    limit: number,
  ): Promise<readonly { readonly taskId: number; readonly dispatch: number }[]>;
  /** Takes a task for `leaseMs`; null when it is done, not due, or held by another. */
  claim(taskId: number, leaseMs: number): Promise<Claim | null>;
  /** Records a failure: due again at a later time, an attempt spent or not, or quarantined. False: the claim was lost. */
  fail(claim: Claim, failure: TaskFailure): Promise<boolean>;
}

export interface TaskFailure {
  readonly kind: 'retry' | 'later' | 'never';
  readonly code: string;
  readonly message: string;
  /** When to try again; null: quarantine. */
  readonly retryInMs: number | null;
}

/** The queue in front of the workers. Delivery is at least once; a job for a task that is done does nothing. */
export interface JobQueue {
  /** Adds jobs; one whose id is already waiting or active is left as it is. */
  add(stage: Stage, jobs: readonly { readonly id: string; readonly job: Job }[]): Promise<void>;
  /** Runs `handler` for each job, `concurrency` at a time, until the returned worker is closed (waits for those running). */
  work(stage: Stage, concurrency: number, handler: (job: Job) => Promise<void>): Promise<QueueWorker>;
  /** Jobs waiting or active. */
  depth(stage: Stage): Promise<number>;
  close(): Promise<void>;
}

export interface QueueWorker {
  close(): Promise<void>;
}
