import { type Failure, LaterFailure } from '@aftermath/core';

/** Failures in a row, of a host rather than of a page, after which it is left alone. */
const FAILURES_TO_OPEN = 5;
/** For how long at first; doubled each time the one request that tries again fails too. */
const OPEN_MS = 60_000;
const OPEN_MS_MAX = 3_600_000;
const HOSTS_MAX = 10_000;

/** What says that a host is out of order: nothing was heard of it, or only that it fails. */
const HOST_CODES =
  /^(timeout|connection-refused|connection-lost|dns-failed|dns-not-found|tls-failed|http-5\d\d)$/;

/** Spares us and a host that is down the requests that would fail: a circuit breaker per host (Nygard, Release It!). */
export interface HostBreaker {
  /** @throws LaterFailure host-down */
  check(host: string): void;
  /** The host answered, whatever it said. */
  answered(host: string): void;
  failed(host: string, failure: Failure): void;
}

interface Circuit {
  failures: number;
  openMs: number;
  /** Nobody asks before this; the first one to ask after it is alone in that until he knows. */
  openUntil: number;
  reason: string;
}

/** @param now milliseconds since 1970 */
export function createHostBreaker(now: () => number = Date.now): HostBreaker {
  const circuits = new Map<string, Circuit>();
  return {
    check(host) {
      const circuit = circuits.get(host);
      if (circuit === undefined || circuit.failures < FAILURES_TO_OPEN) return;
      if (circuit.openUntil > now())
        throw new LaterFailure(
          'host-down',
          `${host} was asked ${circuit.failures} times in vain and is left alone for now: ${circuit.reason}`,
          new Date(circuit.openUntil),
        );
      circuit.openUntil = now() + circuit.openMs;
    },
    answered: (host) => void circuits.delete(host),
    failed(host, failure) {
      // Any other failure came from the host itself: it is there.
      if (!HOST_CODES.test(failure.code)) {
        if (failure.code !== 'interrupted') circuits.delete(host);
        return;
      }
      if (circuits.size >= HOSTS_MAX) circuits.clear();
      const circuit = circuits.get(host) ?? { failures: 0, openMs: OPEN_MS / 2, openUntil: 0, reason: '' };
      circuits.set(host, circuit);
      circuit.failures += 1;
      circuit.reason = failure.message;
      if (circuit.failures < FAILURES_TO_OPEN) return;
      circuit.openMs = Math.min(circuit.openMs * 2, OPEN_MS_MAX);
      circuit.openUntil = now() + circuit.openMs;
    },
  };
}
