import { describe, expect, it } from 'vitest';
import { learnRhythm, type RhythmLook, usualSilenceMs } from './publication-rhythm.ts';

const now = new Date('2026-03-01T12:00:00Z');
const seconds = (time: string) => Date.parse(time) / 1_000;
const at = (...times: string[]) => times.map((time) => seconds(`2026-${time}Z`));
const LATER: RhythmLook = { now, lastOkAt: new Date('2026-03-01T11:00:00Z'), published: [], newItems: 1 };

describe('learnRhythm', () => {
  it('learns from the dates of a whole feed at the first look, those of the last four weeks', () => {
    const published = ['2026-03-01T11:00:00Z', null, '2026-02-28T09:00:00Z', '2025-11-01T00:00:00Z', 'soon'];
    const learnt = learnRhythm([], { ...LATER, lastOkAt: null, published, newItems: 5 });
    expect(learnt).toEqual(at('02-28T09:00:00', '03-01T11:00:00'));
  });

  it.each([
    ['its date between two looks', '2026-03-01T11:20:00Z', '03-01T11:20:00'],
    ['no date', null, '03-01T12:00:00'],
    ['a date at midnight', '2026-03-01T00:00:00Z', '03-01T12:00:00'],
    ['a date to come', '2026-03-09T00:00:00Z', '03-01T12:00:00'],
  ])('takes what is new with %s for as old as it can be', (_what, date, arrival) => {
    expect(learnRhythm(at('02-28T09:00:00'), { ...LATER, published: [date] })).toEqual(
      at('02-28T09:00:00', arrival),
    );
  });

  it('learns nothing from a look that found nothing new, and forgets what is old', () => {
    const published = ['2026-03-01T11:20:00Z'];
    const known = at('01-01T00:00:00', '02-28T09:00:00');
    expect(learnRhythm(known, { ...LATER, published, newItems: 0 })).toEqual(at('02-28T09:00:00'));
  });

  it('learns nothing from undated items at the first look: they may be years old', () => {
    expect(learnRhythm([], { ...LATER, lastOkAt: null, published: [null, null], newItems: 2 })).toEqual([]);
  });

  it('keeps a bounded number, in order, each once', () => {
    const start = seconds('2026-03-01T11:00:01Z');
    const published = Array.from({ length: 900 }, (_, index) =>
      new Date((start + index) * 1_000).toISOString(),
    );
    const learnt = learnRhythm(at('02-28T09:00:00'), {
      ...LATER,
      published: [...published, ...published].reverse(),
      newItems: 900,
    });
    expect(learnt).toHaveLength(128);
    expect(learnt).toEqual([...new Set(learnt)].sort((a, b) => a - b));
    expect(learnt.at(-1)).toBe(start + 899);
  });
});

describe('usualSilenceMs', () => {
  const every = (hours: number, count: number) =>
    Array.from({ length: count }, (_, index) => index * hours * 3_600);

  it.each([
    ['too few updates', every(24, 8), null],
    ['one a day', every(24, 20), 48],
    ['one a week', every(168, 20), 336],
    // Nobody is silent within a day, whatever his pace.
    ['one a minute', every(1 / 60, 100), 24],
  ])('of a source with %s', (_what, arrivals, hours) => {
    expect(usualSilenceMs(arrivals)).toBe(hours === null ? null : hours * 3_600_000);
  });
});
