import { ABBREVIATIONS, STARTERS } from './abbreviations.ts';
import { fold, startsWithCapital } from './fold.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A sentence: `text.slice(start, end)`, without white space around it, and its words. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
}

/** A sentence of more words is cut: it is a list or a table, and the cost of a query grows with its sentence. */
const SENTENCE_TOKENS_MAX = 250;

/** Sentences of running text in English, Spanish or Portuguese. Linear; offsets are UTF-16. */
export function splitSentences(text: string): Sentence[] {
  const tokens = tokenize(text);
  const caseless = isCaseless(tokens);
  const sentences: Sentence[] = [];
  let first = 0;
  let start = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    const next = tokens[index + 1];
    const end =
      next === undefined
        ? text.length
        : (breakAfter(text, token, next, caseless) ??
          (index - first + 1 >= SENTENCE_TOKENS_MAX ? token.end : null));
    if (end === null) continue;
    sentences.push(trimmed(text, start, end, tokens.slice(first, index + 1)));
    first = index + 1;
    start = end;
  }
  return sentences;
}

function trimmed(text: string, start: number, end: number, tokens: readonly Token[]): Sentence {
  const space = /\s|\0/;
  let from = start;
  let to = end;
  while (from < to && space.test(text[from] ?? '')) from += 1;
  while (to > from && space.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to, tokens };
}

const TERMINAL = /[.!?…。！？]/;
/** What may close a sentence after its last dot. */
const CLOSING = /["'”’»)\]]/;

/** Where the sentence ends if it ends between these two words, otherwise null. */
function breakAfter(text: string, token: Token, next: Token, caseless: boolean): number | null {
  const line = newlineIn(text, token.end, next.start);
  for (let at = token.end; at < (line ?? next.start); at += 1) {
    if (!TERMINAL.test(text[at] ?? '')) continue;
    return terminates(text, token, next, at, caseless) ? afterClosing(text, at + 1, next.start) : line;
  }
  // A line that goes on in lower case was wrapped, not ended; an empty line ends a sentence always.
  if (line === null) return null;
  return startsWithCapital(next.word) || !isLetter(next.word) || emptyLine(text, line, next.start)
    ? line
    : null;
}

/** Some archives keep texts in lower case alone: there a dot ends a sentence whatever follows. */
function isCaseless(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && !tokens.some(({ word }) => startsWithCapital(word));
}

function isLetter(word: string): boolean {
  return /^\p{L}/u.test(word);
}

function newlineIn(text: string, from: number, to: number): number | null {
  for (let at = from; at < to; at += 1) if (text[at] === '\n') return at;
  return null;
}

function emptyLine(text: string, line: number, to: number): boolean {
  return newlineIn(text, line + 1, to) !== null;
}

function terminates(text: string, token: Token, next: Token, at: number, caseless: boolean): boolean {
  if (!/\s|["'”’»)\]“«‘(¿¡—-]/.test(text[at + 1] ?? '') && !TERMINAL.test(text[at + 1] ?? '')) return false;
  const goesOn = !caseless && isLetter(next.word) && !startsWithCapital(next.word);
  if (goesOn) return false;
  if (text[at] !== '.' || at !== token.end) return true;
  if (token.dotted) return STARTERS.has(fold(next.word));
  const initial = token.word.length === 1 && startsWithCapital(token.word);
  return !initial && !ABBREVIATIONS.has(fold(token.word));
}

function afterClosing(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (TERMINAL.test(text[at] ?? '') || CLOSING.test(text[at] ?? ''))) at += 1;
  return at;
}
