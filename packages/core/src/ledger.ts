import type { Signal } from './signal.ts';

/** What is first seen: a category, in a country, of an actor. `''` stands for any. */
export interface LedgerKey {
  readonly category: string;
  readonly country: string;
  readonly actor: string;
}

/**
 * The ledger's keys that a signal touches: its category, by country, by actor, and by both. Without the keys
 * for any country and any actor, a new actor in a country long known would pass for the country's first.
 */
export function ledgerKeys({
  category,
  countries,
  actors,
}: Pick<Signal, 'category' | 'countries' | 'actors'>): LedgerKey[] {
  const places = new Set(['', ...countries]);
  const names = new Set(['', ...actors]);
  return [...places].flatMap((country) => [...names].map((actor) => ({ category, country, actor })));
}

/** Where a signal was the first of its category, of the keys it was the first to touch: `''` anywhere at all, else countries. */
export function firstPlaces(keys: readonly LedgerKey[]): string[] {
  return keys
    .filter(({ actor }) => actor === '')
    .map(({ country }) => country)
    .sort();
}

/** When a signal was published, and when its article came to us. */
export interface SeenTimes {
  readonly publishedAt: Date | null;
  readonly seenAt: Date;
}

/**
 * Whether a newcomer takes an entry's place: it was published earlier, however late it came. A time that the
 * publisher doesn't give, or that lies ahead of the moment we saw the article, counts as that moment.
 */
export function isEarlier(newcomer: SeenTimes, entry: SeenTimes): boolean {
  return firstTime(newcomer) < firstTime(entry);
}

function firstTime({ publishedAt, seenAt }: SeenTimes): number {
  return Math.min(publishedAt?.getTime() ?? Number.POSITIVE_INFINITY, seenAt.getTime());
}
