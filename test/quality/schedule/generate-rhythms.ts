import { createRandom } from './random.ts';

/** When one source published, in seconds, in order. */
export interface Rhythm {
  readonly kind: string;
  readonly times: readonly number[];
}

const HOUR_S = 3_600;
const DAY_S = 86_400;

/** Sources of each kind; updates a day from rare to busy, on a logarithmic scale. */
const SOURCES = 20;
const DAILY_MIN = 0.2;
const DAILY_MAX = 80;

/** Updates an hour, relative to the day's mean, by the hour of a newsroom's local day. */
const NEWSROOM = [
  0.2, 0.1, 0.1, 0.1, 0.2, 0.4, 0.8, 1.3, 1.7, 1.8, 1.8, 1.7, 1.6, 1.6, 1.7, 1.7, 1.7, 1.6, 1.4, 1.1, 0.9,
  0.7, 0.5, 0.3,
];

/**
 * Made rhythms of `days` days from `start`, always the same: by chance, by the hours of a newsroom, and by chance with
 * bursts of breaking news, in which for four hours an update draws others after it.
 */
export function generateRhythms(start: number, days: number): Rhythm[] {
  return Array.from({ length: SOURCES }, (_, index) => index / (SOURCES - 1)).flatMap((share, index) => {
    const hourly = (DAILY_MIN * (DAILY_MAX / DAILY_MIN) ** share) / 24;
    const random = createRandom(20_260_301 + index);
    const end = start + days * DAY_S;
    const zoneHours = Math.floor(random() * 24);
    const localHour = (at: number) => Math.floor(at / HOUR_S + zoneHours) % 24;
    const even = thinned(random, start, end, hourly, () => hourly);
    const daily = thinned(random, start, end, hourly * 2, (at) => hourly * (NEWSROOM[localHour(at)] ?? 1));
    return [
      { kind: 'by chance', times: even },
      { kind: 'newsroom hours', times: daily },
      { kind: 'with bursts', times: withBursts(random, start, end, hourly) },
    ];
  });
}

/** An inhomogeneous Poisson process by thinning (Lewis and Shedler 1979). Rates are an hour. */
function thinned(
  random: () => number,
  start: number,
  end: number,
  rateMax: number,
  rate: (at: number) => number,
): number[] {
  const times: number[] = [];
  for (let at = start; ; ) {
    at += (-Math.log(1 - random()) / rateMax) * HOUR_S;
    if (at >= end) return times;
    if (random() * rateMax < rate(at)) times.push(Math.floor(at));
  }
}

/** Three bursts a month of 10 updates an hour for four hours, on top of what comes by chance. */
function withBursts(random: () => number, start: number, end: number, hourly: number): number[] {
  const bursts = Array.from({ length: 3 }, () => start + random() * (end - start - 4 * HOUR_S));
  const inBurst = (at: number) => bursts.some((from) => at >= from && at < from + 4 * HOUR_S);
  return thinned(random, start, end, hourly + 10, (at) => hourly + (inBurst(at) ? 10 : 0));
}
