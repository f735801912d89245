import { hashText, keyOf } from './hash.ts';
import type { Word } from './words.ts';

/**
 * What an article is about: its weightiest terms as hashes, names and numbers first.
 * Calibrated on half of ECB+ (26 topics, split by hash of the topic): the figures below lie on a plateau
 * where B³ F1 moves by less than 0.01; `npm run quality -- grouping` measures the other half.
 */
export interface SalientTerms {
  readonly hashes: readonly number[];
  /** Same order; scaled so that the vector's length is 1000. */
  readonly weights: readonly number[];
  /** How many of the terms, from the first, are names or numbers: what texts of two languages can share. */
  readonly names: number;
}

const TERMS_MAX = 60;
/** A name says two and a half times as much as a word: 1 gives B³ F1 0.78, 1.5 0.85, 2.5 to 4 0.89. */
const NAME_WEIGHT = 2.5;
/** The lead says who, what and where; the headline is each paper's own (a weight of 2 for it took pairwise F1 on EFE from 0.59 to 0.40). */
const LEAD_WEIGHT = 1.5;
const LEAD_WORDS = 50;
/** Words are cut to this many letters instead of stemmed: the same in every language. */
const WORD_LETTERS = 6;
const NAME_LETTERS = 12;
/** Pairs of the seven weightiest terms are the keys: 21 of them; five terms lose 8 points of recall, nine gain nothing. */
const KEY_TERMS = 7;

interface Term {
  readonly hash: number;
  readonly named: boolean;
  weight: number;
}

export function salientTerms(words: readonly Word[]): SalientTerms {
  const terms = new Map<string, Term>();
  for (const word of words) {
    const named = word.kind !== 'word';
    const stem = word.text.slice(0, named ? NAME_LETTERS : WORD_LETTERS);
    const term = terms.get(stem);
    if (term === undefined) terms.set(stem, { hash: hashText(stem), named, weight: weigh(word) });
    else term.weight += weigh(word);
  }
  const top = [...terms.values()].sort(byWeight).slice(0, TERMS_MAX);
  const length = Math.hypot(...top.map(({ weight }) => weight));
  const ordered = [...top.filter(({ named }) => named), ...top.filter(({ named }) => !named)];
  return {
    hashes: ordered.map(({ hash }) => hash),
    weights: ordered.map(({ weight }) => Math.round((1000 * weight) / length)),
    names: top.filter(({ named }) => named).length,
  };
}

/** Keys that two articles of one story are likely to share: pairs of the weightiest terms. */
export function storyKeys({ hashes, weights }: SalientTerms): string[] {
  const top = hashes
    .map((hash, i) => ({ hash, weight: weights[i] ?? 0 }))
    .sort(byWeight)
    .slice(0, KEY_TERMS)
    .map(({ hash }) => hash)
    .sort((a, b) => a - b);
  return top.flatMap((a, i) => top.slice(i + 1).map((b) => keyOf('s', [a, b])));
}

function weigh({ kind, mentions, first }: Word): number {
  const place = first !== null && first <= LEAD_WORDS ? LEAD_WEIGHT : 1;
  return (1 + Math.log(mentions)) * (kind === 'name' ? NAME_WEIGHT : 1) * place;
}

function byWeight(a: { hash: number; weight: number }, b: { hash: number; weight: number }): number {
  return b.weight - a.weight || a.hash - b.hash;
}
