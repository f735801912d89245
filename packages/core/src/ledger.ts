import type { Signal } from './signal.ts';

/** What is first seen: a category, in a country, of an actor. `''` stands for none. */
export interface LedgerKey {
  readonly category: string;
  readonly country: string;
  readonly actor: string;
}

/** The ledger's keys that a signal touches: each of its countries with each of its actors. */
export function ledgerKeys({
  category,
  countries,
  actors,
}: Pick<Signal, 'category' | 'countries' | 'actors'>): LedgerKey[] {
  const places = countries.length === 0 ? [''] : countries;
  const names = actors.length === 0 ? [''] : actors;
  return places.flatMap((country) => names.map((actor) => ({ category, country, actor })));
}
