import type { SourceRhythm } from './publication-rhythm.ts';

const HOUR_S = 3_600;
const DAY_S = 86_400;

/**
 * At this rate, in updates an hour, a source is looked at once in the base interval.
 *
 * From here the interval goes with the inverse square root of the rate: of all ways to spend a number of requests on
 * sources that publish by chance at different rates, this one keeps the sum of the delays of all items smallest (Sia,
 * Cho and Cho, "Efficient Monitoring Algorithm for Fast News Alerts", IEEE TKDE 19(7), 2007, §4.1).
 */
const BASE_RATE = 1;
/** Bounds, as multiples of the base interval: 5 minutes and 4 hours of the usual 15 minutes. */
const FASTEST = 1 / 3;
const SLOWEST = 16;
/** Memory of the long-run rate: yesterday counts a third of today less. */
const LONG_MEMORY_S = 3 * DAY_S;
/**
 * What draws news brings it in the same half hour (self-exciting processes, Hawkes 1971): one update alone is no burst,
 * and three of the last minutes are one.
 */
const BURST_MEMORY_S = HOUR_S / 2;
const BURST_UPDATES = 3;
/** Hours to each side that count for an hour of the day, by a triangle. */
const HOURS_NEAR = 3;
/** Updates spread evenly over the day that the hours of few real ones are mixed with. */
const EVEN_UPDATES = 10;
/** After the watch's event its sources are looked at twice as often for a week. */
const EVENT_FACTOR = 0.5;
const EVENT_MS = 7 * DAY_S * 1_000;

export interface PollQuestion {
  readonly rhythm: Pick<SourceRhythm, 'arrivals'>;
  readonly now: Date;
  /** What an operator set for a source of ordinary rhythm, in milliseconds. */
  readonly baseMs: number;
  /** When the latest event of its watches happened; null: none. */
  readonly eventAt: Date | null;
}

/**
 * How long to wait before the next look at a source, in milliseconds, by its own rhythm: the expected rate of updates in
 * the time ahead, from the last weeks and the hour of the day (the periodic Poisson model of the same paper, §3), or
 * from the last half hour where that is higher. A source of which nothing is known gets the base interval.
 */
export function pollInterval({ rhythm, now, baseMs, eventAt }: PollQuestion): number {
  const { arrivals } = rhythm;
  const nowS = now.getTime() / 1_000;
  const sinceEvent = eventAt === null ? Number.NaN : now.getTime() - eventAt.getTime();
  const hurry = sinceEvent >= 0 && sinceEvent < EVENT_MS ? EVENT_FACTOR : 1;
  const rate =
    arrivals.length === 0 ? BASE_RATE : Math.max(rateAhead(arrivals, nowS), burstRate(arrivals, nowS));
  const wanted = baseMs * hurry * Math.sqrt(BASE_RATE / rate);
  return Math.min(Math.max(wanted, baseMs * FASTEST), baseMs * SLOWEST);
}

/** Updates an hour to be expected around this hour of the day. */
function rateAhead(arrivals: readonly number[], nowS: number): number {
  const oldest = arrivals[0] ?? nowS;
  const remembered = LONG_MEMORY_S * (1 - Math.exp(-Math.max(nowS - oldest, DAY_S / 2) / LONG_MEMORY_S));
  let weight = 0;
  let near = 0;
  for (const at of arrivals) {
    weight += Math.exp(-(nowS - at) / LONG_MEMORY_S);
    near += nearness(at, nowS);
  }
  const daily = (near * 24 + EVEN_UPDATES) / (arrivals.length + EVEN_UPDATES);
  return Math.max((weight / remembered) * HOUR_S * daily, Number.MIN_VALUE);
}

/** How much an update counts for this hour of the day: over a whole day it adds up to one hour's share. */
function nearness(at: number, nowS: number): number {
  const apart = Math.abs((((nowS - at) % DAY_S) + DAY_S) % DAY_S);
  const hours = Math.min(apart, DAY_S - apart) / HOUR_S;
  return Math.max(0, 1 - hours / HOURS_NEAR) / HOURS_NEAR;
}

/** Grows from nothing at one update to the rate of the shortest interval at a burst. */
function burstRate(arrivals: readonly number[], nowS: number): number {
  let weight = 0;
  for (const at of arrivals) weight += Math.exp(-(nowS - at) / BURST_MEMORY_S);
  return (Math.max(0, weight - 1) / (BURST_UPDATES - 1)) * (BASE_RATE / FASTEST ** 2);
}
