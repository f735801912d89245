import { describe, expect, it } from 'vitest';
import { type HeardSource, judgeSilence } from './silence.ts';

const source = (country: string, days: string): HeardSource => ({
  title: `${country} ${days}`,
  country,
  days,
});
const many = (count: number, country: string, days: string) =>
  Array.from({ length: count }, () => source(country, days));
const ALL = '1'.repeat(30);
const judge = (heard: readonly HeardSource[], changes: Partial<Parameters<typeof judgeSilence>[0]> = {}) =>
  judgeSilence({
    date: '2026-03-15',
    seen: false,
    lastSeen: '2026-03-01',
    listeningSince: '2026-02-01',
    heard,
    ...changes,
  });

describe('judgeSilence', () => {
  it('speaks of no silence where something came', () => {
    expect(judge(many(3, 'CO', ALL), { seen: true })).toMatchObject({ state: 'seen', since: null, deaf: [] });
  });

  it('is silence with coverage when four of five sources were heard all the while', () => {
    const heard = [...many(4, 'CO', ALL), source('PE', '0'.repeat(30)), source('PE', ALL), source('PE', ALL)];
    expect(judge(heard)).toEqual({
      state: 'silent',
      since: '2026-03-01',
      days: 14,
      listening: 6,
      sources: 7,
      deaf: [],
    });
  });

  it.each([
    ['fewer were heard', [...many(3, 'CO', ALL), ...many(2, 'CO', '0'.repeat(30))]],
    ['there is no source', []],
    ['all fell silent two days ago', many(3, 'CO', `${'1'.repeat(28)}00`)],
    ['all were heard on every other day', many(3, 'CO', '01'.repeat(15))],
  ])('cannot be told when %s', (_when, heard) => {
    expect(judge(heard).state).toBe('unknown');
  });

  it('is not established about a country most of whose own sources are down', () => {
    const down = `${'1'.repeat(20)}${'0'.repeat(10)}`;
    const heard = [...many(38, 'CO', ALL), source('VE', ALL), source('VE', down), source('VE', down)];
    expect(judge(heard)).toMatchObject({
      state: 'silent',
      listening: 39,
      sources: 41,
      deaf: [{ country: 'VE', listening: 1, sources: 3 }],
    });
  });

  it('forgives a day out of four, but not the last two', () => {
    expect(judge([source('CO', `${'1110'.repeat(7)}11`)]).state).toBe('silent');
    expect(judge([source('CO', `${'1'.repeat(28)}00`)]).state).toBe('unknown');
  });

  it('looks only at the days since the last signal', () => {
    const lately = [source('CO', `${'0'.repeat(27)}111`)];
    expect(judge(lately, { lastSeen: '2026-03-12' })).toMatchObject({ state: 'silent', days: 3 });
    expect(judge(lately).state).toBe('unknown');
  });

  it('counts from when we listened where nothing was ever seen', () => {
    expect(judge(many(2, 'CO', '111'), { lastSeen: null, listeningSince: '2026-03-13' })).toMatchObject({
      state: 'silent',
      since: '2026-03-13',
      days: 3,
    });
  });
});
