/**
 * The pipeline, in one place. A stage's task carries a key, the id of the row it works on:
 *
 *     pull ──► extract ──► classify        edition ──► deliver
 *     source   article     revision        watch:date  delivery
 *
 * A stage that finishes writes its result, its own end and the next stage's tasks in one transaction.
 */
export const STAGES = ['pull', 'extract', 'classify', 'edition', 'deliver'] as const;
export type Stage = (typeof STAGES)[number];

export interface StagePolicy {
  /** Failures of kind `retry` before the task is quarantined. */
  readonly attemptsMax: number;
  /** First wait after a failure; doubled at each further one, up to an hour. */
  readonly backoffMs: number;
  /** A handler still running then has lost its task to another worker: every deadline inside is shorter. */
  readonly leaseMs: number;
  /** Tasks worked on at once by one process. */
  readonly concurrency: number;
}

export const STAGE_POLICIES: Readonly<Record<Stage, StagePolicy>> = {
  pull: { attemptsMax: Number.POSITIVE_INFINITY, backoffMs: 60_000, leaseMs: 120_000, concurrency: 32 },
  extract: { attemptsMax: 5, backoffMs: 30_000, leaseMs: 120_000, concurrency: 16 },
  classify: { attemptsMax: 5, backoffMs: 5_000, leaseMs: 60_000, concurrency: 8 },
  edition: { attemptsMax: 10, backoffMs: 5_000, leaseMs: 60_000, concurrency: 1 },
  // With waits that double up to an hour, thirty attempts are a day: a mail server that puts us off longer has had its chance.
  deliver: { attemptsMax: 30, backoffMs: 60_000, leaseMs: 180_000, concurrency: 2 },
};
