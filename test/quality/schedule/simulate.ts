import { learnRhythm, pollInterval } from '@aftermath/core';

/** What polling one source cost and brought. */
export interface Outcome {
  readonly requests: number;
  readonly found: number;
  /** From the publication of each update found until it was found, in seconds. */
  readonly delays: readonly number[];
}

/** How long to wait after a look, in seconds. */
export type Wait = (arrivals: readonly number[], now: number) => number;

export const fixed =
  (seconds: number): Wait =>
  () =>
    seconds;

/** The schedule as the puller has it, with a server that wishes for nothing. */
export const adaptive =
  (baseSeconds: number): Wait =>
  (arrivals, now) =>
    pollInterval({
      rhythm: { arrivals },
      now: new Date(now * 1_000),
      baseMs: baseSeconds * 1_000,
      eventAt: null,
    }) / 1_000;

/** What a feed shows at one time. */
const ITEMS_SHOWN = 30;

/**
 * Looks at a source that publishes at `times` from `start` to `end`. An update counts as found at the first look after
 * it, and not at all when newer ones have pushed it out of the feed by then or none comes before the end.
 */
export function simulate(times: readonly number[], start: number, end: number, wait: Wait): Outcome {
  const delays: number[] = [];
  let requests = 0;
  let seen = times.filter((at) => at < start).length;
  let arrivals: number[] = [];
  let lastLook: number | null = null;
  for (let now = start; now < end; now += wait(arrivals, now)) {
    let shown = seen;
    while (shown < times.length && (times[shown] ?? 0) <= now) shown += 1;
    const fresh = times.slice(Math.max(seen, shown - ITEMS_SHOWN), shown);
    delays.push(...fresh.map((at) => now - at));
    const inFeed = times.slice(Math.max(0, shown - ITEMS_SHOWN), shown);
    arrivals = learnRhythm(arrivals, {
      now: new Date(now * 1_000),
      lastOkAt: lastLook === null ? null : new Date(lastLook * 1_000),
      published: inFeed.map((at) => new Date(at * 1_000).toISOString()),
      newItems: lastLook === null ? inFeed.length : fresh.length,
    });
    seen = shown;
    lastLook = now;
    requests += 1;
  }
  return { requests, found: delays.length, delays };
}
