import { describe, expect, it } from 'vitest';
import { pollInterval } from './poll-interval.ts';

const now = new Date('2026-03-15T12:00:00Z');
const nowS = now.getTime() / 1_000;
const HOUR = 3_600;
const DAY = 86_400;
const baseMs = 15 * 60_000;

/** Minutes to wait for a source with updates at so many seconds before now. */
function minutes(agos: readonly number[], eventAt: Date | null = null): number {
  const arrivals = agos.map((ago) => Math.floor(nowS - ago)).sort((a, b) => a - b);
  return pollInterval({ rhythm: { arrivals }, now, baseMs, eventAt }) / 60_000;
}

/** Updates evenly spaced, so many a day, over some days up to `until` seconds ago. */
const even = (daily: number, days: number, until = 0) =>
  Array.from({ length: Math.round(daily * days) }, (_, index) => until + ((index + 0.5) * DAY) / daily);

describe('pollInterval', () => {
  it('is the base interval for a source of which nothing is known', () => {
    expect(minutes([])).toBe(15);
  });

  it('is the base interval, about, for an update an hour', () => {
    expect(minutes(even(24, 5))).toBeGreaterThan(13);
    expect(minutes(even(24, 5))).toBeLessThan(17);
  });

  it('falls with the rate and stays within its bounds', () => {
    const waits = [0.04, 0.3, 1.1, 4.3, 24, 100, 2_000].map((daily) =>
      minutes(even(daily, 28).slice(0, 128)),
    );
    expect(waits).toEqual([...waits].sort((a, b) => b - a));
    expect(waits.at(-1)).toBe(5);
    expect(Math.max(...waits)).toBeLessThanOrEqual(240);
  });

  it('is the shortest while a burst runs, also for a source that is quiet else', () => {
    const quiet = even(0.3, 28, HOUR);
    expect(minutes(quiet)).toBeGreaterThan(30);
    expect(minutes([60, 200, 400, 700, 1_000, 1_100, ...quiet])).toBe(5);
  });

  it('takes one update for no burst', () => {
    expect(minutes([60, ...even(0.3, 28, HOUR)])).toBeGreaterThan(30);
  });

  it('grows again when the burst is over, and with silence', () => {
    const burst = [60, 200, 400, 700, 1_000, 1_100];
    const waits = [0, 1, 6, 48, 24 * 14].map((hours) => minutes(burst.map((ago) => ago + hours * HOUR)));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBeGreaterThan(120);
  });

  it('is shorter at the hours of the day in which the source publishes', () => {
    const around = (ago: number) =>
      Array.from({ length: 14 }, (_, day) => [0, 1, 2].map((n) => ago + day * DAY + n * 1_200)).flat();
    expect(minutes(around(23 * HOUR))).toBeLessThan(minutes(around(11 * HOUR)) / 2);
  });

  it('is half as long in the week after the event of its watch', () => {
    const ago = (days: number) => new Date(now.getTime() - days * DAY * 1_000);
    const plain = minutes(even(1, 28));
    expect(minutes(even(1, 28), ago(2))).toBeCloseTo(plain / 2);
    expect(minutes(even(1, 28), ago(8))).toBe(plain);
    expect(minutes(even(1, 28), ago(-3))).toBe(plain);
    expect(minutes(even(2_000, 1).slice(0, 128), ago(1))).toBe(5);
  });

  it('is a number whatever the times are', () => {
    for (const agos of [[-1e6], [1e12], [0], [0, 0, 0]]) {
      expect(minutes(agos)).toBeGreaterThanOrEqual(5);
      expect(minutes(agos)).toBeLessThanOrEqual(240);
    }
  });
});
