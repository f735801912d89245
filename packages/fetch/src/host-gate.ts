import { LaterFailure } from '@aftermath/core';

/** Between the starts of two requests to one host. */
const DELAY_MS = 1_000;
/** Requests to one host at a time: a slow host holds two of our workers and no more. */
const CONCURRENCY = 2;
/** However long a pause a host asks for: a page a minute is read for ever. */
const DELAY_MS_MAX = 60_000;
/** Who would wait longer than this for their turn comes back later, and keeps no one else from working. */
const WAIT_MS_MAX = 5_000;
/** Hosts remembered before those whose turn is past are forgotten. */
const HOSTS_MAX = 10_000;

/** Lets few requests at a time through to one host, with a pause between; hosts don't wait for each other. */
export interface HostGate {
  /**
   * Waits for a turn; the function it gives ends the turn.
   *
   * @throws LaterFailure host-busy, when the queue is long; the signal's reason, when that aborts
   */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /** Sets the pause between two requests to one host, as its robots.txt asks for (Crawl-delay); never a shorter one. */
  slowDown(host: string, delayMs: number): void;
}

export interface HostGateOptions {
  readonly delayMs?: number;
  readonly concurrency?: number;
  readonly waitMsMax?: number;
}

interface Host {
  /** No request starts before this. */
  nextAt: number;
  delayMs: number;
  active: number;
  readonly waiting: Set<() => void>;
  timer: NodeJS.Timeout | null;
}

export function createHostGate({
  delayMs = DELAY_MS,
  concurrency = CONCURRENCY,
  waitMsMax = WAIT_MS_MAX,
}: HostGateOptions = {}): HostGate {
  const hosts = new Map<string, Host>();
  let refused = 0;

  const busy = (name: string, at: number, spreadMs: number): LaterFailure => {
    // Those who are sent away come back one after the other too.
    refused += 1;
    return new LaterFailure(
      'host-busy',
      `${name} is being read slowly, out of politeness; this comes later`,
      new Date(at + (refused % 60) * spreadMs),
    );
  };

  /** Starts those whose turn it is. */
  const admit = (host: Host) => {
    if (host.timer !== null) return;
    while (host.active < concurrency) {
      const [start] = host.waiting;
      if (start === undefined) return;
      const waitMs = host.nextAt - Date.now();
      if (waitMs > 0) {
        host.timer = setTimeout(() => {
          host.timer = null;
          admit(host);
        }, waitMs);
        return;
      }
      host.waiting.delete(start);
      host.active += 1;
      host.nextAt = Date.now() + host.delayMs;
      start();
    }
  };

  const leave = (host: Host) => {
    host.active -= 1;
    admit(host);
    if (hosts.size > HOSTS_MAX) forgetIdle(hosts);
  };

  const hostOf = (name: string): Host => {
    const host = hosts.get(name) ?? { nextAt: 0, delayMs, active: 0, waiting: new Set(), timer: null };
    hosts.set(name, host);
    return host;
  };

  return {
    slowDown(name, askedMs) {
      const host = hostOf(name);
      host.delayMs = Math.min(Math.max(askedMs, delayMs), DELAY_MS_MAX);
    },
    enter(name, signal) {
      const host = hostOf(name);
      const turnAt = Math.max(Date.now(), host.nextAt) + host.waiting.size * host.delayMs;
      if (turnAt - Date.now() > waitMsMax) return Promise.reject(busy(name, turnAt, host.delayMs));
      return new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const settle = (end: () => void) => {
          clearTimeout(patience);
          signal.removeEventListener('abort', stop);
          host.waiting.delete(start);
          end();
        };
        const start = () => settle(() => resolve(once(() => leave(host))));
        const stop = () => settle(() => reject(signal.reason));
        const patience = setTimeout(
          () => settle(() => reject(busy(name, Date.now() + waitMsMax, host.delayMs))),
          waitMsMax + delayMs,
        );
        signal.addEventListener('abort', stop, { once: true });
        host.waiting.add(start);
        admit(host);
      });
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}

function forgetIdle(hosts: Map<string, Host>): void {
  for (const [name, host] of hosts)
    if (host.active === 0 && host.waiting.size === 0 && host.nextAt <= Date.now()) hosts.delete(name);
}
