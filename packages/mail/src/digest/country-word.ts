import type { Words } from './words/index.ts';

/** A country's code; the made-up one of international bodies says nothing to a reader. */
export function countryWord(country: string, words: Words): string {
  return country === 'XX' ? words.international : country;
}
