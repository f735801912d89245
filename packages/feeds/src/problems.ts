import type { FeedProblem } from '@aftermath/core';

/** Problems met so far, one of each code: the first one's message, so that a broken feed can't flood its reader. */
export class Problems {
  readonly #byCode = new Map<string, string>();

  add(code: string, message: string): void {
    if (!this.#byCode.has(code)) this.#byCode.set(code, message);
  }

  list(): FeedProblem[] {
    return [...this.#byCode].map(([code, message]) => ({ code, message }));
  }
}

/** A piece of untrusted text, short and on one line, for use in a message. */
export function excerpt(text: string, charsMax = 60): string {
  const line = text
    .slice(0, charsMax * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > charsMax ? `${line.slice(0, charsMax)}…` : line;
}
