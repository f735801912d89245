import { setTimeout as sleep } from 'node:timers/promises';
import { LaterFailure } from '@aftermath/core';

/** Between two requests to one host. */
const DELAY_MS = 1_000;
/** Who would wait longer than this for their turn comes back later, and keeps no one else from working. */
const WAIT_MS_MAX = 5_000;
/** Hosts remembered; those whose turn is long past are forgotten first. */
const HOSTS_MAX = 10_000;

/** Lets requests to one host through one after the other, with a pause between; hosts don't wait for each other. */
export interface HostGate {
  /** @throws LaterFailure host-busy, when the queue is long */
  pass(host: string, now: Date): Promise<void>;
}

export function createHostGate(delayMs = DELAY_MS): HostGate {
  const turns = new Map<string, number>();
  let refused = 0;
  return {
    async pass(host, now) {
      const at = Math.max(now.getTime(), turns.get(host) ?? 0);
      const waitMs = at - now.getTime();
      if (waitMs > WAIT_MS_MAX) {
        // Those who are sent away come back one after the other too.
        refused += 1;
        const retryAt = new Date(at + (refused % 60) * delayMs);
        throw new LaterFailure(
          'host-busy',
          `${host} is being read slowly, out of politeness; this comes later`,
          retryAt,
        );
      }
      turns.delete(host);
      turns.set(host, at + delayMs);
      if (turns.size > HOSTS_MAX) forgetOldest(turns);
      if (waitMs > 0) await sleep(waitMs);
    },
  };
}

function forgetOldest(turns: Map<string, number>): void {
  const [oldest] = turns.keys();
  if (oldest !== undefined) turns.delete(oldest);
}
