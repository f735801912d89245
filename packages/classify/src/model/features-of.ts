import { fold } from '../text/fold.ts';
import { type FeatureSource, inCountry, type ListSets, listsIn, stemOf } from './terms.ts';

/** All features of a sentence, each once, in order of first appearance. For training; `Scorer` finds the same ones faster. */
export function featuresOf(source: FeatureSource, sets: ListSets): string[] {
  const country = inCountry(source.countries);
  const stems = source.words.map((word, position) => (country(position) ? '@country' : stemOf(fold(word))));
  const pairs = stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
  const lists = listsIn(source, sets);
  const listPairs = lists.flatMap((one, index) => lists.slice(index + 1).map((other) => `${one} ${other}`));
  return [...new Set([...stems.filter((stem) => stem !== '@country'), ...pairs, ...lists, ...listPairs])];
}
