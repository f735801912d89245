import { Failure, type FailureKind, LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';

/** What is left of an error on its way between threads: the structured clone drops an error's class. */
export interface CarriedFailure {
  readonly kind: FailureKind | null;
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly stack: string | null;
  /** ISO 8601; of a `later` only. */
  readonly retryAt: string | null;
}

/** What happened in the worker thread. */
export type ThreadOutcome =
  | { readonly result: unknown; readonly failure: null }
  | { readonly result: null; readonly failure: CarriedFailure };

export function carryFailure(error: unknown): CarriedFailure {
  const failure = error instanceof Error ? error : new Error(String(error));
  return {
    kind: failure instanceof Failure ? failure.kind : null,
    name: failure.name,
    code: failure instanceof Failure ? failure.code : '',
    message: failure.message,
    stack: failure.stack ?? null,
    retryAt: failure instanceof LaterFailure ? failure.retryAt.toISOString() : null,
  };
}

/** A failure of the same kind, code, name and stack as the one that was carried; any other error as an Error. */
export function reviveFailure(carried: CarriedFailure): Error {
  const error = revive(carried);
  error.name = carried.name;
  if (carried.stack !== null) error.stack = carried.stack;
  return error;
}

function revive({ kind, code, message, retryAt }: CarriedFailure): Error {
  switch (kind) {
    case 'retry':
      return new RetryFailure(code, message);
    case 'later':
      return new LaterFailure(code, message, new Date(retryAt ?? Number.NaN));
    case 'never':
      return new NeverFailure(code, message);
    case null:
      return new Error(message);
  }
}
