import type { WordPattern } from '../query/syntax.ts';
import { startsWithCapital, stripMarks } from '../text/fold.ts';

/** Words remembered with their terms. A text has few different words; the bound keeps memory flat over a million texts. */
const REMEMBERED_MAX = 50_000;
const NONE: readonly number[] = [];

/** Gives every word pattern of all queries a number, and tells which patterns a word of a text fits. */
export class Vocabulary {
  readonly #terms = new Map<string, number>();
  readonly #prefixLengths = new Set<number>();
  #remembered = new Map<string, readonly number[]>();
  #count = 0;

  /** The number of a pattern, the same for equal patterns. */
  termOf({ case: wordCase, word, prefix }: WordPattern): number {
    if (prefix) this.#prefixLengths.add(word.length);
    const key = keyOf(wordCase, word, prefix);
    const known = this.#terms.get(key);
    if (known !== undefined) return known;
    this.#terms.set(key, this.#count);
    this.#remembered.clear();
    this.#count += 1;
    return this.#count - 1;
  }

  /** Numbers of the patterns that this word fits. */
  termsOf(word: string): readonly number[] {
    const known = this.#remembered.get(word);
    if (known !== undefined) return known;
    if (this.#remembered.size >= REMEMBERED_MAX) this.#remembered = new Map();
    const terms = this.#find(word);
    this.#remembered.set(word, terms);
    return terms;
  }

  #find(raw: string): readonly number[] {
    const word = stripMarks(raw);
    const folded = word.toLowerCase();
    const keys = [keyOf('any', folded, false), keyOf('exact', word, false)];
    if (startsWithCapital(word)) keys.push(keyOf('capital', folded, false));
    for (const length of this.#prefixLengths) {
      if (length > folded.length) continue;
      const start = folded.slice(0, length);
      keys.push(keyOf('any', start, true));
      if (startsWithCapital(word)) keys.push(keyOf('capital', start, true));
    }
    const terms = keys.flatMap((key) => this.#terms.get(key) ?? []);
    return terms.length === 0 ? NONE : terms;
  }
}

function keyOf(wordCase: WordPattern['case'], word: string, prefix: boolean): string {
  return `${wordCase}${prefix ? '*' : '='}${word}`;
}
