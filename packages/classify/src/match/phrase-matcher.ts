import type { PhrasePattern } from '../query/syntax.ts';
import { Vocabulary } from './vocabulary.ts';

interface State {
  readonly next: Map<number, State>;
  /** Sets whose phrase ends here. */
  readonly sets: number[];
}

/** Where phrases of one set stand: `[start, end)` in words of the sentence, flat pairs in order of start. */
export type Occurrences = readonly number[];

/**
 * All phrases of all queries in one automaton over words. Phrases belong to numbered sets (a set is what a query's
 * word, phrase or list stands for). The cost of a sentence is its words times the longest phrase, whatever the
 * number of phrases.
 */
export class PhraseMatcher {
  readonly #vocabulary = new Vocabulary();
  readonly #root: State = { next: new Map(), sets: [] };
  readonly #start: readonly State[] = [this.#root];

  add(phrase: PhrasePattern, set: number): void {
    let state = this.#root;
    for (const word of phrase) {
      const term = this.#vocabulary.termOf(word);
      let next = state.next.get(term);
      if (next === undefined) {
        next = { next: new Map(), sets: [] };
        state.next.set(term, next);
      }
      state = next;
    }
    if (!state.sets.includes(set)) state.sets.push(set);
  }

  /** Occurrences of each set that is found at all. */
  find(words: readonly string[]): Map<number, Occurrences> {
    const terms = words.map((word) => this.#vocabulary.termsOf(word));
    const found = new Map<number, number[]>();
    for (let start = 0; start < terms.length; start += 1) {
      if ((terms[start] as readonly number[]).length === 0) continue;
      let states: readonly State[] = this.#start;
      for (let end = start; end < terms.length && states.length > 0; end += 1) {
        states = advance(states, terms[end] as readonly number[]);
        for (const { sets } of states) for (const set of sets) note(found, set, start, end + 1);
      }
    }
    return found;
  }
}

const DEAD: readonly State[] = [];

function advance(states: readonly State[], terms: readonly number[]): readonly State[] {
  if (terms.length === 0) return DEAD;
  let advanced: State[] | null = null;
  for (const state of states) {
    if (state.next.size === 0) continue;
    for (const term of terms) {
      const next = state.next.get(term);
      if (next === undefined) continue;
      if (advanced === null) advanced = [next];
      else advanced.push(next);
    }
  }
  return advanced ?? DEAD;
}

function note(found: Map<number, number[]>, set: number, start: number, end: number): void {
  const known = found.get(set);
  if (known === undefined) found.set(set, [start, end]);
  else if (known.at(-2) !== start || known.at(-1) !== end) known.push(start, end);
}
