import type { ArticleInput } from '@aftermath/core';
import { readSampleData } from '@aftermath/sample';

/** One word in so many is a name that few texts share: real news never stops naming new people and places. */
const NAME_EVERY = 25;
const SYLLABLES =
  'ba ca da fa ga la ma na pa ra sa ta va be ce de le me ne re se te bi li mi ni ri si ti bo co do lo mo no ro so to bu lu mu nu ru su tu'.split(
    ' ',
  );

/**
 * News prose in en, es and pt by turns, the same at every call: the sample's sentences in an order of chance, with
 * made-up names between their words.
 */
export function newsArticles(count: number, words: number): ArticleInput[] {
  const random = randomNumbers(1);
  const languages = ['en', 'es', 'pt'].map((lang) => ({ lang, sentences: sentencesIn(lang) }));
  return Array.from({ length: count }, (_, number) => {
    const { lang, sentences } = languages[number % languages.length] ?? { lang: 'en', sentences: [] };
    const text: string[] = [];
    while (text.length < words) text.push(...pick(sentences, random()).split(' '));
    for (let at = NAME_EVERY - 1; at < words; at += NAME_EVERY) text[at] = name(random);
    const title = pick(sentences, random()).replace(/\.$/, '');
    return { title, text: text.slice(0, words).join(' '), lang, publishedAt: '2026-03-01T00:00:00Z' };
  });
}

function sentencesIn(lang: string): string[] {
  return readSampleData()
    .filter((source) => source.lang === lang)
    .flatMap((source) => source.articles.flatMap(({ text }) => text.split(/(?<=[.!?])\s+/)));
}

function name(random: () => number): string {
  const letters = Array.from({ length: 4 }, () => pick(SYLLABLES, random())).join('');
  return letters[0]?.toUpperCase() + letters.slice(1);
}

/** @param share from 0 up to, not including, 1 */
function pick<T>(from: readonly T[], share: number): T {
  return from[Math.floor(share * from.length)] as T;
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
