import countries from 'i18n-iso-countries';
import type { Words } from './words/index.ts';

/** A country by its name in the reader's language; a code without a name, by itself. */
export function countryWord(country: string, words: Words): string {
  if (country === 'XX') return words.international;
  return countries.getName(country, words.language, { select: 'alias' }) ?? country;
}
