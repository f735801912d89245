import type { ComparedPrint } from './compared-print.ts';

/** Which terms are compared: words mean nothing across languages, names and numbers do. */
export type Terms = 'all' | 'names';

/** A story as its candidates show it: the sum of their terms. */
export type Centroid = ReadonlyMap<number, number>;

export function centroid(fingerprints: readonly ComparedPrint[], which: Terms): Centroid {
  const sum = new Map<number, number>();
  for (const { terms } of fingerprints)
    for (let i = 0; i < count(terms, which); i++) {
      const hash = terms.hashes[i] ?? 0;
      sum.set(hash, (sum.get(hash) ?? 0) + (terms.weights[i] ?? 0));
    }
  return sum;
}

/** Cosine of an article and a story, 0 to 1, each term counted as much as `importance` says. */
export function likeness(
  { terms }: ComparedPrint,
  story: Centroid,
  which: Terms,
  importance: (hash: number) => number,
): number {
  let product = 0;
  let own = 0;
  let theirs = 0;
  for (let i = 0; i < count(terms, which); i++) {
    const hash = terms.hashes[i] ?? 0;
    const weight = terms.weights[i] ?? 0;
    own += importance(hash) * weight * weight;
    product += importance(hash) * weight * (story.get(hash) ?? 0);
  }
  for (const [hash, weight] of story) theirs += importance(hash) * weight * weight;
  return product === 0 ? 0 : product / Math.sqrt(own * theirs);
}

/** Cosine of two stories by all their terms, 0 to 1. */
export function storyLikeness(a: Centroid, b: Centroid, importance: (hash: number) => number): number {
  let product = 0;
  for (const [hash, weight] of a) product += importance(hash) * weight * (b.get(hash) ?? 0);
  const length = (story: Centroid) => {
    let sum = 0;
    for (const [hash, weight] of story) sum += importance(hash) * weight * weight;
    return sum;
  };
  return product === 0 ? 0 : product / Math.sqrt(length(a) * length(b));
}

function count(terms: ComparedPrint['terms'], which: Terms): number {
  return which === 'all' ? terms.hashes.length : terms.names;
}
