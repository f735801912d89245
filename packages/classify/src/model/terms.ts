import type { NamedCountry } from '../gazetteer/country-sets.ts';
import { LEXICON_LISTS } from '../lexicon/lexicon.ts';
import type { QueryCompiler } from '../match/query-compiler.ts';
import type { SentenceHits } from '../match/sentence-hits.ts';

/** What the features of a sentence are read from. */
export interface FeatureSource {
  readonly words: readonly string[];
  readonly found: SentenceHits;
  readonly countries: readonly NamedCountry[];
}

/** Sets of the matcher that stand for a list, with the list's name. */
export type ListSets = readonly { readonly set: number; readonly name: string }[];

/** Six letters hold the stem and little of the ending, in English, Spanish and Portuguese alike. */
const STEM_LETTERS = 6;

/** @param stripped the word without accents, in lower case */
export function stemOf(stripped: string): string {
  return /^\d/.test(stripped) ? '0' : stripped.slice(0, STEM_LETTERS);
}

/** Positions of words that name a country: which one says nothing of a category. */
export function inCountry(countries: readonly NamedCountry[]): (position: number) => boolean {
  if (countries.length === 0) return () => false;
  return (position) => countries.some(({ start, end }) => start <= position && position < end);
}

/** Lists that the rules share: found in the same pass, so that the model's cost nothing more. */
export function listSets(compiler: QueryCompiler, phrases: (name: string) => () => ListPhrases): ListSets {
  return LEXICON_LISTS.map((name) => ({ name, set: compiler.set(`@${name}`, phrases(name)).set }));
}

type ListPhrases = ReturnType<Parameters<QueryCompiler['set']>[1]>;

/** The lists found in a sentence. */
export function listsIn({ found, countries }: FeatureSource, sets: ListSets): string[] {
  const lists = sets.filter(({ set }) => found.has(set)).map(({ name }) => `@${name}`);
  if (countries.length > 0) lists.push('@country');
  return lists;
}
