import { describe, expect, it } from 'vitest';
import { type Rhythm, refreshIntervalMs, skipHours } from './rhythm.ts';

const SILENT: Rhythm = { ttl: null, updatePeriod: null, updateFrequency: null, skipHours: [] };

describe('refreshIntervalMs', () => {
  it.each<[Partial<Rhythm>, number | null]>([
    [{}, null],
    [{ ttl: '60' }, 3_600_000],
    [{ ttl: '0' }, null],
    [{ ttl: '-5' }, null],
    [{ ttl: 'PT1H' }, null],
    [{ ttl: '999999999' }, null],
    [{ updatePeriod: 'hourly' }, 3_600_000],
    [{ updatePeriod: 'Hourly', updateFrequency: '2' }, 1_800_000],
    [{ updatePeriod: 'daily', updateFrequency: '1' }, 86_400_000],
    [{ updatePeriod: 'daily', updateFrequency: '0' }, null],
    [{ updatePeriod: 'now and then' }, null],
    [{ updateFrequency: '4' }, null],
    [{ ttl: '10', updatePeriod: 'hourly', updateFrequency: '1' }, 3_600_000],
    [{ ttl: '180', updatePeriod: 'hourly' }, 10_800_000],
  ])('of %j is %j', (said, interval) => {
    expect(refreshIntervalMs({ ...SILENT, ...said })).toBe(interval);
  });
});

describe('skipHours', () => {
  it.each([
    [
      ['3', '1', '2', '2'],
      [1, 2, 3],
    ],
    [
      ['24', '23'],
      [0, 23],
    ],
    [['25', '-1', 'noon', ''], []],
    [Array.from({ length: 24 }, (_, hour) => String(hour)), []],
  ])('of %j are %j', (texts, hours) => {
    expect(skipHours({ ...SILENT, skipHours: texts })).toEqual(hours);
  });
});
