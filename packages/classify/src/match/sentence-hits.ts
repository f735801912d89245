import type { Occurrences } from './phrase-matcher.ts';

/** Words `[start, end)` of a sentence where a query is found; `parts` are the phrases that made it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** A sentence that repeats itself shows nothing new, and pairs of places grow with the square. */
export const SPANS_MAX = 24;

const NONE: readonly Span[] = [];

/** Where each set is found in one sentence. Many rules ask for the same lists: spans are made once, when first asked for. */
export class SentenceHits {
  readonly #found: Map<number, Occurrences>;
  readonly #spans = new Map<number, readonly Span[]>();

  constructor(found: Map<number, Occurrences>) {
    this.#found = found;
  }

  has(set: number): boolean {
    return this.#found.has(set);
  }

  sets(): IterableIterator<number> {
    return this.#found.keys();
  }

  /** Flat pairs `[start, end)` in words. */
  occurrences(set: number): Occurrences | undefined {
    return this.#found.get(set);
  }

  add(set: number, occurrences: Occurrences): void {
    this.#found.set(set, occurrences);
  }

  spans(set: number): readonly Span[] {
    const occurrences = this.#found.get(set);
    if (occurrences === undefined) return NONE;
    const known = this.#spans.get(set);
    if (known !== undefined) return known;
    const spans: Span[] = [];
    for (let index = 0; index < occurrences.length && spans.length < SPANS_MAX; index += 2) {
      const place = { start: occurrences[index] as number, end: occurrences[index + 1] as number };
      spans.push({ ...place, parts: [place] });
    }
    this.#spans.set(set, spans);
    return spans;
  }
}
