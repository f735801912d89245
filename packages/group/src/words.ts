import { eng, fra, por, spa } from 'stopword';

type WordKind = 'name' | 'number' | 'word';

/** A word of an article, folded (lower case, no diacritics), with what is known of all its mentions. */
export interface Word {
  readonly text: string;
  readonly kind: WordKind;
  readonly mentions: number;
  /** Place of the first mention in words from the start of the body; null: in the title. */
  readonly first: number | null;
}

export interface WordList {
  /** Every word in order, function words too: what shingles are made of. */
  readonly sequence: readonly string[];
  /** The words that carry content. */
  readonly content: readonly Word[];
  /** The language whose function words are most frequent; null: too few of any. */
  readonly lang: string | null;
}

/** A news story says what it is about early on; the rest of a long page costs time and adds noise. */
const CHARS_MAX = 20_000;
/** Share of all words that must be function words of a language before we believe it is in that language. */
const FUNCTION_WORDS_SHARE_MIN = 0.2;

const ASCII = /^[\w.,]*$/;

const FUNCTION_WORDS = new Map<string, ReadonlySet<string>>(
  Object.entries({ en: eng, es: spa, pt: por, fr: fra }).map(([lang, words]) => [
    lang,
    new Set(words.map(fold)),
  ]),
);
const ANY_FUNCTION_WORD = new Set([...FUNCTION_WORDS.values()].flatMap((words) => [...words]));

interface Mentions {
  count: number;
  /** Capitalised where a word of its kind would not be. */
  asName: number;
  asWord: number;
  readonly first: number | null;
}

/** Reads the words of an article. A word is a name when it is mostly capitalised inside sentences. */
export function readWords(title: string, text: string): WordList {
  const full = `${title}\n${text}`.slice(0, CHARS_MAX);
  const sequence: string[] = [];
  const seen = new Map<string, Mentions>();
  let place = 0;
  for (const match of full.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+(?:[.,]\p{N}+)*/gu)) {
    const raw = match[0];
    const inTitle = match.index < title.length;
    // Thousands and decimals are written either way round in our languages.
    const folded = fold(raw).replace(/[.,]/g, '');
    sequence.push(folded);
    if (!inTitle) place++;
    if (folded.length < 2 || ANY_FUNCTION_WORD.has(folded)) continue;
    const mentions = seen.get(folded) ?? { count: 0, asName: 0, asWord: 0, first: inTitle ? null : place };
    seen.set(folded, mentions);
    mentions.count++;
    if (!/^\p{Lu}/u.test(raw)) mentions.asWord++;
    else if (!inTitle && !startsSentence(full, match.index)) mentions.asName++;
  }
  const content = [...seen].map(([word, { count, asName, asWord, first }]) => ({
    text: word,
    kind: /^\p{N}/u.test(word)
      ? ('number' as const)
      : asName > 0 && asName >= asWord
        ? ('name' as const)
        : ('word' as const),
    mentions: count,
    first,
  }));
  return { sequence, content, lang: guessLanguage(sequence) };
}

function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function startsSentence(text: string, index: number): boolean {
  return index === 0 || /[.!?\n"“«¿¡:`'‘]\s*$/.test(text.slice(Math.max(0, index - 3), index));
}

function guessLanguage(sequence: readonly string[]): string | null {
  let best: string | null = null;
  let most = sequence.length * FUNCTION_WORDS_SHARE_MIN;
  for (const [lang, words] of FUNCTION_WORDS) {
    const count = sequence.filter((word) => words.has(word)).length;
    if (count > most) [best, most] = [lang, count];
  }
  return best;
}
