import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDigest } from './due-digest.ts';
import { addDays, localDate, wallInstant } from './local-time.ts';

const BOGOTA = { time: '07:00', timeZone: 'America/Bogota' };
const since = new Date('2026-01-01T00:00:00Z');
const at = (iso: string) => new Date(iso);

describe('dueDigest', () => {
  it('is due from its local time on, once', () => {
    const history = { ...BOGOTA, since, lastDate: '2026-03-09' };
    expect(dueDigest(history, at('2026-03-10T11:59:59Z'))).toBeNull();
    expect(dueDigest(history, at('2026-03-10T12:00:00Z'))).toEqual({ date: '2026-03-10' });
    expect(dueDigest({ ...history, lastDate: '2026-03-10' }, at('2026-03-10T20:00:00Z'))).toBeNull();
  });

  it('comes once after days switched off, for the latest date', () => {
    expect(dueDigest({ ...BOGOTA, since, lastDate: '2026-03-01' }, at('2026-03-10T11:00:00Z'))).toEqual({
      date: '2026-03-09',
    });
  });

  it('is not due for a time before the watch was made', () => {
    const made = at('2026-03-10T13:00:00Z');
    expect(dueDigest({ ...BOGOTA, since: made, lastDate: null }, at('2026-03-10T14:00:00Z'))).toBeNull();
    expect(dueDigest({ ...BOGOTA, since: made, lastDate: null }, at('2026-03-11T12:00:00Z'))).toEqual({
      date: '2026-03-11',
    });
  });

  it('does not come again when the clock is put back', () => {
    expect(dueDigest({ ...BOGOTA, since, lastDate: '2026-03-10' }, at('2026-03-08T20:00:00Z'))).toBeNull();
  });

  it.each([
    ['America/Santiago', '00:00'],
    ['America/Santiago', '23:30'],
    ['Asia/Beirut', '00:00'],
    ['America/New_York', '02:30'],
    ['America/New_York', '01:30'],
    ['Australia/Lord_Howe', '02:15'],
    ['Pacific/Apia', '07:00'],
    ['America/Bogota', '07:00'],
  ])('gives each date of a year exactly one edition, not before its time (%s at %s)', (timeZone, time) => {
    let lastDate: string | null = null;
    const dates: string[] = [];
    for (let now = Date.UTC(2025, 11, 31); now < Date.UTC(2027, 0, 2); now += 5_820_000) {
      const due = dueDigest({ time, timeZone, since: at('2025-12-30T00:00:00Z'), lastDate }, new Date(now));
      if (due === null) continue;
      expect(wallInstant(due.date, { time, timeZone }).getTime()).toBeLessThanOrEqual(now);
      expect(now - wallInstant(due.date, { time, timeZone }).getTime()).toBeLessThanOrEqual(86_400_000);
      dates.push(due.date);
      lastDate = due.date;
    }
    const first = dates[0] ?? '';
    expect(dates).toEqual(dates.map((_, index) => addDays(first, index)));
    expect(dates.length).toBeGreaterThanOrEqual(365);
  });
});

const ZONES = [
  'America/Bogota',
  'America/Santiago',
  'America/New_York',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'UTC',
];
const HOUR = 3_600_000;
const walk = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`),
  start: fc.integer({ min: Date.UTC(2007, 0), max: Date.UTC(2036, 0) }),
  // Mostly hours; sometimes a clock put back, sometimes an outage of days.
  steps: fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 * HOUR }) },
      { weight: 1, arbitrary: fc.integer({ min: -50 * HOUR, max: 0 }) },
      { weight: 1, arbitrary: fc.integer({ min: 24 * HOUR, max: 200 * HOUR }) },
    ),
    { minLength: 10, maxLength: 60 },
  ),
});

describe('whatever clocks do', () => {
  it('a date comes up once, never before its time nor later than the next one is due', () => {
    fc.assert(
      fc.property(walk, ({ timeZone, time, start, steps }) => {
        const dates = new Set<string>();
        let now = start;
        for (const step of steps) {
          now += step;
          const today = localDate(new Date(now), timeZone);
          const lastDate =
            [...dates]
              .filter((date) => date <= today)
              .sort()
              .at(-1) ?? null;
          const due = dueDigest({ time, timeZone, since: new Date(start), lastDate }, new Date(now));
          if (due === null) continue;
          expect(dates).not.toContain(due.date);
          expect(wallInstant(due.date, { time, timeZone }).getTime()).toBeLessThanOrEqual(now);
          expect(wallInstant(addDays(due.date, 1), { time, timeZone }).getTime()).toBeGreaterThan(now);
          dates.add(due.date);
        }
      }),
      { numRuns: 150, seed: 20_260_310 },
    );
  });

  it('nothing is left due once the edition that was due is made', () => {
    fc.assert(
      fc.property(walk, ({ timeZone, time, start }) => {
        const history = { time, timeZone, since: new Date(start - 72 * HOUR), lastDate: null };
        const due = dueDigest(history, new Date(start));
        expect(due).not.toBeNull();
        expect(dueDigest({ ...history, lastDate: due?.date ?? null }, new Date(start))).toBeNull();
      }),
      { numRuns: 150, seed: 20_260_310 },
    );
  });
});

describe('wallInstant', () => {
  it.each([
    [
      'a time that is skipped is the first moment after the gap',
      '2026-03-08',
      '02:30',
      'America/New_York',
      '2026-03-08T07:00:00.000Z',
    ],
    [
      'a midnight that is skipped likewise',
      '2026-09-06',
      '00:00',
      'America/Santiago',
      '2026-09-06T04:00:00.000Z',
    ],
    [
      'a time that comes twice is the first',
      '2026-11-01',
      '01:30',
      'America/New_York',
      '2026-11-01T05:30:00.000Z',
    ],
    ['any other time is itself', '2026-06-01', '07:00', 'America/Bogota', '2026-06-01T12:00:00.000Z'],
  ])('%s', (_what, date, time, timeZone, expected) => {
    expect(wallInstant(date, { time, timeZone }).toISOString()).toBe(expected);
  });
});
