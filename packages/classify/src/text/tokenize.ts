/** A word of the text: `text.slice(start, end)` is where it stands, `word` what it says (dots of acronyms and apostrophes gone). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** Written with dots, such as `U.S.`: its last dot may or may not end a sentence. */
  readonly dotted: boolean;
}

const LETTER = 1;
const DIGIT = 2;

/** Class of every code unit of the Basic Multilingual Plane: a table, for the tokenizer sees every character of every article. */
const CLASSES = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const letter = /[\p{L}\p{M}]/u;
  const digit = /\p{N}/u;
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    if (letter.test(character)) classes[code] = LETTER;
    else if (digit.test(character)) classes[code] = DIGIT;
  }
  return classes;
}

/** Words longer than this are cut: no language has them, and a text may be one endless run of letters. */
const WORD_UNITS_MAX = 80;

/** The words of a text in order. Linear in its length; emoji and lone surrogates are no words. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const kind = classAt(text, position);
    if (kind === 0) {
      position += 1;
      continue;
    }
    const token =
      acronymAt(text, position) ?? (kind === DIGIT ? numberAt(text, position) : wordAt(text, position));
    tokens.push(token);
    position = token.end === token.start ? position + 1 : afterPossessive(text, token.end);
  }
  return tokens;
}

function classAt(text: string, position: number): number {
  const code = text.charCodeAt(position);
  // `Â«`: UTF-8 read as Windows-1252, common in scraped feeds; the Â belongs to the punctuation after it.
  if (code === 0xc2 && isLatinPunctuation(text.charCodeAt(position + 1))) return 0;
  return CLASSES[code] ?? 0;
}

function isLatinPunctuation(code: number): boolean {
  return code >= 0xa0 && code <= 0xbf && code !== 0xaa && code !== 0xba;
}

function wordAt(text: string, start: number): Token {
  let end = start + 1;
  let apostrophes = false;
  while (end - start < WORD_UNITS_MAX) {
    if (classAt(text, end) !== 0) end += 1;
    else if (isApostrophe(text, end) && classAt(text, end + 1) === LETTER && !isPossessive(text, end)) {
      apostrophes = true;
      end += 2;
    } else break;
  }
  const raw = text.slice(start, end);
  return { start, end, word: apostrophes ? raw.replace(/['’]/g, '') : raw, dotted: false };
}

/** `2,892` and `3.5` are one word; so is `20th`. */
function numberAt(text: string, start: number): Token {
  let end = start + 1;
  while (end - start < WORD_UNITS_MAX) {
    const separator = text[end] === ',' || text[end] === '.';
    if (classAt(text, end) !== 0) end += 1;
    else if (separator && classAt(text, end + 1) === DIGIT) end += 2;
    else break;
  }
  return { start, end, word: text.slice(start, end), dotted: false };
}

function isApostrophe(text: string, position: number): boolean {
  return text[position] === "'" || text[position] === '’';
}

function isPossessive(text: string, position: number): boolean {
  const next = text[position + 1];
  return isApostrophe(text, position) && (next === 's' || next === 'S') && classAt(text, position + 2) === 0;
}

function afterPossessive(text: string, position: number): number {
  return isPossessive(text, position) ? position + 2 : position;
}

/** `U.S.`, `C.I.A`, and the Spanish doubled plurals `EE.UU.`, `EE. UU.`, `FF.AA.` */
const SINGLE = /(?:\p{L}\.){1,7}\p{L}(?![\p{L}\p{M}\p{N}])/uy;
const DOUBLED = /(\p{Lu})\1\.? ?(\p{Lu})\2(?![\p{L}\p{M}\p{N}])/uy;

function acronymAt(text: string, start: number): Token | null {
  const second = text[start + 1];
  const pattern = second === '.' ? SINGLE : second === text[start] ? DOUBLED : null;
  if (pattern === null) return null;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (match === null) return null;
  const end = start + match[0].length;
  return { start, end, word: match[0].replace(/[. ]/g, ''), dotted: match[0].includes('.') };
}
