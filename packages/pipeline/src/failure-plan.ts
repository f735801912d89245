import { Failure, LaterFailure } from '@aftermath/core';
import type { TaskFailure } from './ports.ts';
import type { StagePolicy } from './stages.ts';

/** Waits double up to this; a source that comes back is noticed within the hour. */
const BACKOFF_MS_MAX = 3_600_000;
/** A task that is put off is looked at again within a day, whatever the other side asked for. */
const LATER_MS_MAX = 86_400_000;

/**
 * What becomes of a task whose handler threw. An error that is no `Failure` is a bug or an outage of our
 * own: it is retried like one that may pass, and kept when it doesn't.
 *
 * @param attempts failed attempts before this one
 */
export function planFailure(error: unknown, policy: StagePolicy, attempts: number, now: Date): TaskFailure {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Failure ? error.code : 'unexpected';
  if (error instanceof LaterFailure) {
    const waitMs = Math.min(Math.max(error.retryAt.getTime() - now.getTime(), 1_000), LATER_MS_MAX);
    return { kind: 'later', code, message, retryInMs: waitMs };
  }
  if (error instanceof Failure && error.kind === 'never')
    return { kind: 'never', code, message, retryInMs: null };
  if (attempts + 1 >= policy.attemptsMax) return { kind: 'retry', code, message, retryInMs: null };
  return {
    kind: 'retry',
    code,
    message,
    retryInMs: Math.min(policy.backoffMs * 2 ** attempts, BACKOFF_MS_MAX),
  };
}
