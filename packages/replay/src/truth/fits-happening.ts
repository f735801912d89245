import { addDays } from '@aftermath/core';
import type { FoundSignal } from '../replay-watch.ts';
import type { Happening } from './happening.ts';

/** Makes the test whether a signal may be of a happening: same category, near in time, and what else is asked for. */
export function happeningFilter(
  { category, date, country, terms, actors }: Happening,
  windowDays: number,
): (found: FoundSignal) => boolean {
  const last = addDays(date, windowDays);
  const phrases = terms?.map(wordsOf).filter((phrase) => phrase.trim() !== '');
  return ({ signal, article, date: seen }) =>
    signal.category === category &&
    seen >= date &&
    seen <= last &&
    (country === undefined || signal.countries.includes(country)) &&
    (actors === undefined || actors.some((actor) => signal.actors.includes(actor))) &&
    (phrases === undefined || hasOneOf(phrases, wordsOf(`${article.title} ${article.text}`)));
}

function hasOneOf(phrases: readonly string[], words: string): boolean {
  return phrases.some((phrase) => words.includes(phrase));
}

/** The words of a text in small letters without accents, each between two spaces: `" word word "`. */
function wordsOf(text: string): string {
  const folded = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return ` ${(folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
