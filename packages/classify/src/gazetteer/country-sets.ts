import type { Occurrences } from '../match/phrase-matcher.ts';
import type { QueryCompiler } from '../match/query-compiler.ts';
import { GAZETTEER } from './read-gazetteer.ts';

/** Which sets of the matcher mean which country. */
export interface CountrySets {
  readonly codes: ReadonlyMap<number, string>;
  readonly noCountry: number;
}

export function compileCountries(compiler: QueryCompiler): CountrySets {
  const codes = new Map<number, string>();
  for (const [code, phrases] of GAZETTEER.names)
    codes.set(compiler.set(`@country:${code}`, () => phrases).set, code);
  for (const part of ['institutions', 'leaders'] as const)
    for (const [code, phrases] of GAZETTEER[part])
      codes.set(compiler.set(`${part} ${code}`, () => phrases).set, code);
  return { codes, noCountry: compiler.set('no country', () => GAZETTEER.noCountry).set };
}

/** ISO 3166-1 alpha-2 of the countries a sentence names. A name inside a longer one means nothing: `South Sudan` is not Sudan. */
export function countriesIn(
  { codes, noCountry }: CountrySets,
  found: ReadonlyMap<number, Occurrences>,
): string[] {
  const names: { code: string | null; start: number; end: number }[] = [];
  for (const [set, occurrences] of found) {
    const code = set === noCountry ? null : codes.get(set);
    if (code === undefined) continue;
    for (let index = 0; index < occurrences.length; index += 2)
      names.push({ code, start: occurrences[index] as number, end: occurrences[index + 1] as number });
  }
  const whole = names.filter(
    (name) =>
      !names.some(
        (other) =>
          other.start <= name.start &&
          other.end >= name.end &&
          other.end - other.start > name.end - name.start,
      ),
  );
  return [...new Set(whole.flatMap(({ code }) => code ?? []))];
}
