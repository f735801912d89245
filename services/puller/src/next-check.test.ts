import { NO_RHYTHM } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { type CheckWish, checkAfterFailure, checkWhenAllowed, nextCheck } from './next-check.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (date: Date) => (date.getTime() - now.getTime()) / 60_000;
const WISH: CheckWish = { rhythm: NO_RHYTHM, baseMs: 900_000, maxAgeMs: null, eventAt: null };
const wait = (wish: Partial<CheckWish>, sourceId = 0) =>
  minutes(nextCheck({ ...WISH, ...wish }, sourceId, now));
const rhythm = (changes: Partial<CheckWish['rhythm']>) => ({ rhythm: { ...NO_RHYTHM, ...changes } });

describe('nextCheck', () => {
  it.each([
    ['nobody wishes for anything', {}, 15],
    ['the server asks for less', { maxAgeMs: 10_000 }, 15],
    ['the server asks for more', { maxAgeMs: 7_200_000 }, 120],
    ['the server asks for a year', { maxAgeMs: 9e12 }, 1_440],
    ['the feed asks for more (ttl, sy:)', rhythm({ refreshIntervalMs: 3_600_000 }), 60],
    ['the feed asks for a year', rhythm({ refreshIntervalMs: 9e12 }), 1_440],
    ['both ask for more', { ...rhythm({ refreshIntervalMs: 3_600_000 }), maxAgeMs: 7_200_000 }, 120],
    ['the feed asks to be left alone at this hour', rhythm({ skipHours: [12, 13] }), 135],
    ['the feed asks to be left alone at all hours', rhythm({ skipHours: [...Array(24).keys()] }), 15],
    ['the operator asks for more than a minute allows', { baseMs: 1_000 }, 1],
  ])('looks again, when %s, in due time', (_what, wish, expected) => {
    expect(wait(wish)).toBe(expected);
  });

  it('follows the rhythm of the source', () => {
    const nowS = now.getTime() / 1_000;
    expect(wait(rhythm({ arrivals: [nowS - 500, nowS - 300, nowS - 100, nowS - 50] }))).toBe(5);
    expect(wait(rhythm({ arrivals: [nowS - 20 * 86_400] }))).toBe(240);
  });

  it('gives sources added together minutes of their own, a tenth later at most', () => {
    const waits = Array.from({ length: 50 }, (_, id) => wait({}, id));
    expect(new Set(waits).size).toBe(50);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...waits)).toBeLessThanOrEqual(16.5);
  });
});

describe('checkAfterFailure', () => {
  it('doubles the wait with each failure, up to a day', () => {
    const waits = [1, 2, 3, 40].map((failures) => minutes(checkAfterFailure(900_000, failures, 0, now)));
    expect(waits).toEqual([30, 60, 120, 1_440]);
  });
});

describe('checkWhenAllowed', () => {
  it.each([
    [1, 15],
    [120, 120],
    [14_400, 1_440],
  ])('waits, when asked for %i minutes, for %i', (asked, waited) => {
    const retryAt = new Date(now.getTime() + asked * 60_000);
    expect(minutes(checkWhenAllowed(retryAt, 900_000, 0, now))).toBe(waited);
  });
});
