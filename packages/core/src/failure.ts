/**
 * The three kinds of failure, told apart by type.
 *
 * `retry`: try again with backoff, a bounded number of times.
 * `later`: not our fault nor the item's; wait, and spend no attempt (429, 503 with Retry-After).
 * `never`: trying again can't help; kept in quarantine, visible and replayable.
 */
export const FAILURE_KINDS = ['retry', 'later', 'never'] as const;
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** An error with a stable code for machines and a message for people: what was wrong, where, what to do. */
export abstract class Failure extends Error {
  abstract readonly kind: FailureKind;
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.name = new.target.name;
  }
}

export class RetryFailure extends Failure {
  readonly kind = 'retry';
}

export class LaterFailure extends Failure {
  readonly kind = 'later';
  /** Not before this moment. */
  readonly retryAt: Date;

  constructor(code: string, message: string, retryAt: Date, options?: ErrorOptions) {
    super(code, message, options);
    this.retryAt = retryAt;
  }
}

export class NeverFailure extends Failure {
  readonly kind = 'never';
}
