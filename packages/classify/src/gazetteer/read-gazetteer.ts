import { readPhrase } from '../query/read-phrase.ts';
import type { PhrasePattern } from '../query/syntax.ts';
import { COUNTRY_NAMES } from './countries.ts';
import { INSTITUTIONS, LEADERS, NO_COUNTRY } from './institutions.ts';

/** Phrases by ISO 3166-1 alpha-2. */
export type ByCountry = ReadonlyMap<string, readonly PhrasePattern[]>;

export interface Gazetteer {
  readonly names: ByCountry;
  readonly institutions: ByCountry;
  readonly leaders: ByCountry;
  readonly noCountry: readonly PhrasePattern[];
}

/** The places and offices every watch knows, read once. */
export const GAZETTEER: Gazetteer = {
  names: readTable(COUNTRY_NAMES),
  institutions: readTable(INSTITUTIONS),
  leaders: readTable(LEADERS),
  noCountry: readPhrases(NO_COUNTRY),
};

/** Phrases separated by semicolons. */
export function readPhrases(list: string): readonly PhrasePattern[] {
  return list
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .flatMap(readPhrase);
}

function readTable(table: string): ByCountry {
  const lines = table.trim().split('\n');
  return new Map(lines.map((line) => [line.slice(0, 2), readPhrases(line.slice(line.indexOf(':') + 1))]));
}
