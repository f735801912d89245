import type { StoryRow } from './story-row.ts';

interface MadeCopy {
  readonly of: string;
  readonly title: string;
  readonly text: string;
}

const WORDS_MIN = 80;

/** Ways in which papers carry the same dispatch. */
const WAYS: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  'word for word, with credit and headline': (words) => words,
  'cut to its first 60 %': (words) => words.slice(0, Math.ceil(words.length * 0.6)),
  'cut to its first 40 %': (words) => words.slice(0, Math.ceil(words.length * 0.4)),
  'one word in 20 replaced': (words) => words.map((word, i) => (i % 20 === 7 ? 'otherwise' : word)),
  'one word in 10 replaced': (words) => words.map((word, i) => (i % 10 === 7 ? 'otherwise' : word)),
  'a quarter of other text added': (words) => [...words, ...words.slice(0, words.length / 4).toReversed()],
};

/** Copies of articles in each way, each with a headline and an agency's credit of its own. */
export function makeCopies(rows: readonly StoryRow[]): readonly [string, readonly MadeCopy[]][] {
  const long = rows
    .map(({ id, text }) => ({ id, words: text.split(/\s+/) }))
    .filter(({ words }) => words.length >= WORDS_MIN);
  return Object.entries(WAYS).map(([way, change]) => [
    way,
    long.map(({ id, words }) => ({
      of: id,
      title: 'What is known so far',
      text: `PORT LARK (Meridian Wire) - ${change(words).join(' ')} Reporting by our own desk.`,
    })),
  ]);
}
