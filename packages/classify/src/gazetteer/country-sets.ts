import type { Occurrences } from '../match/phrase-matcher.ts';
import type { QueryCompiler } from '../match/query-compiler.ts';
import type { SentenceHits } from '../match/sentence-hits.ts';
import { GAZETTEER } from './read-gazetteer.ts';

/** Which sets of the matcher mean which country. */
export interface CountrySets {
  readonly codes: ReadonlyMap<number, string>;
  readonly noCountry: number;
  /** Stands for `@two-countries`: filled by the reader where a sentence names two different ones. */
  readonly two: number;
}

export function compileCountries(compiler: QueryCompiler): CountrySets {
  const codes = new Map<number, string>();
  for (const [code, phrases] of GAZETTEER.names)
    codes.set(compiler.set(`@country:${code}`, () => phrases).set, code);
  for (const part of ['institutions', 'leaders'] as const)
    for (const [code, phrases] of GAZETTEER[part])
      codes.set(compiler.set(`${part} ${code}`, () => phrases).set, code);
  return {
    codes,
    noCountry: compiler.set('no country', () => GAZETTEER.noCountry).set,
    two: compiler.set('@two-countries', () => []).set,
  };
}

export interface NamedCountry {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The countries a sentence names, by ISO 3166-1 alpha-2. A name inside a longer one means nothing: `South Sudan` is
 * not Sudan.
 */
export function findCountries(
  { codes, noCountry }: CountrySets,
  found: SentenceHits,
): readonly NamedCountry[] {
  const names: { code: string | null; start: number; end: number }[] = [];
  for (const set of found.sets()) {
    const code = set === noCountry ? null : codes.get(set);
    if (code === undefined) continue;
    const occurrences = found.occurrences(set) ?? [];
    for (let index = 0; index < occurrences.length; index += 2)
      names.push({ code, start: occurrences[index] as number, end: occurrences[index + 1] as number });
  }
  return names.flatMap(({ code, start, end }) => {
    const inLonger = names.some(
      (other) => other.start <= start && other.end >= end && other.end - other.start > end - start,
    );
    return code === null || inLonger ? [] : [{ code, start, end }];
  });
}

/** The places of all countries, as occurrences, where at least two different ones are named; otherwise null. */
export function twoCountries(names: readonly NamedCountry[]): Occurrences | null {
  const first = names[0]?.code;
  if (names.every(({ code }) => code === first)) return null;
  return names.flatMap(({ start, end }) => [start, end]);
}
