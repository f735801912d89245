import { describe, expect, it } from 'vitest';
import { checkAfterFailure, nextCheck } from './next-check.ts';

const now = new Date('2026-03-01T12:00:00Z');
const minutes = (date: Date) => (date.getTime() - now.getTime()) / 60_000;

describe('nextCheck', () => {
  it('keeps to our own interval when the server asks for less', () => {
    const wait = minutes(nextCheck({ intervalMs: 900_000, maxAgeMs: 10_000 }, 1, now));
    expect(wait).toBeGreaterThanOrEqual(15);
    expect(wait).toBeLessThanOrEqual(16.5);
  });

  it('waits as long as the server asks, but looks once a day', () => {
    expect(minutes(nextCheck({ intervalMs: 900_000, maxAgeMs: 7_200_000 }, 1, now))).toBeGreaterThanOrEqual(
      120,
    );
    expect(minutes(nextCheck({ intervalMs: 900_000, maxAgeMs: 9e9 }, 1, now))).toBeLessThanOrEqual(
      1_440 * 1.1,
    );
  });

  it('gives sources added together minutes of their own', () => {
    const times = Array.from({ length: 50 }, (_, id) =>
      nextCheck({ intervalMs: 900_000, maxAgeMs: null }, id, now).getTime(),
    );
    expect(new Set(times).size).toBe(50);
  });
});

describe('checkAfterFailure', () => {
  it('doubles the wait with each failure, up to a day', () => {
    const waits = [1, 2, 3, 40].map((failures) => minutes(checkAfterFailure(900_000, failures, 0, now)));
    expect(waits).toEqual([30, 60, 120, 1_440]);
  });
});
