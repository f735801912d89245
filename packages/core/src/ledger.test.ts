import { describe, expect, it } from 'vitest';
import { firstPlaces, isEarlier, type LedgerKey, ledgerKeys } from './ledger.ts';

const arrest = (countries: readonly string[], actors: readonly string[]) => ({
  category: 'arrests',
  countries,
  actors,
});
/** A ledger that takes signals in order, and says of each which keys were new. */
function inOrder(...signals: readonly ReturnType<typeof arrest>[]): string[][] {
  const seen = new Set<string>();
  const isNew = (key: LedgerKey) => {
    const before = seen.size;
    return seen.add(Object.values(key).join('|')).size > before;
  };
  return signals.map((signal) => firstPlaces(ledgerKeys(signal).filter(isNew)));
}

describe('the ledger', () => {
  it.each([
    ['neither country nor actor', arrest([], []), ['|']],
    ['a country', arrest(['CO'], []), ['|', 'CO|']],
    ['an actor', arrest([], ['gang']), ['|', '|gang']],
    ['both', arrest(['CO'], ['gang']), ['|', '|gang', 'CO|', 'CO|gang']],
    ['a country named twice', arrest(['CO', 'CO'], []), ['|', 'CO|']],
  ])('keeps a signal with %s under each of its keys', (_what, signal, keys) => {
    expect(ledgerKeys(signal).map(({ country, actor }) => `${country}|${actor}`)).toEqual(keys);
  });

  it.each([
    ['the first of all', [arrest(['CO'], [])], ['', 'CO']],
    ["a country's first", [arrest(['CO'], []), arrest(['CO', 'PE'], [])], ['PE']],
    ['a new actor in a known country', [arrest(['CO'], ['gang']), arrest(['CO'], ['police'])], []],
    ['a known country without its actor', [arrest(['CO'], ['gang']), arrest(['CO'], [])], []],
    ['a known actor in a new country', [arrest(['CO'], ['gang']), arrest(['PE'], ['gang'])], ['PE']],
  ])('knows of %s where it was the first', (_what, signals, places) => {
    expect(inOrder(...signals).at(-1)).toEqual(places);
  });
});

describe('isEarlier', () => {
  const at = (publishedAt: string | null, seenAt: string) => ({
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    seenAt: new Date(seenAt),
  });
  const entry = at('2026-03-05T10:00:00Z', '2026-03-05T10:05:00Z');

  it.each([
    ['came late and was published earlier', at('2026-03-04T10:00:00Z', '2026-03-09T10:00:00Z'), true],
    ['was published at the same time', at('2026-03-05T10:00:00Z', '2026-03-08T00:00:00Z'), false],
    ['has no date and came later', at(null, '2026-03-06T10:00:00Z'), false],
    ['has no date and came earlier', at(null, '2026-03-04T10:00:00Z'), true],
    ['claims a time ahead of the one we saw it at', at('2026-03-09T00:00:00Z', '2026-03-05T09:00:00Z'), true],
  ])('judges an article that %s', (_what, newcomer, earlier) => {
    expect(isEarlier(newcomer, entry)).toBe(earlier);
  });
});
