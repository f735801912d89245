import { QueryError } from './syntax.ts';

export interface Lexeme {
  readonly kind: 'open' | 'close' | 'operator' | 'phrase' | 'word' | 'list';
  readonly text: string;
  readonly offset: number;
}

const SPACE = /\s+/y;
const WORD = /[^\s()"]+/y;
const OPERATOR = /^(OR|AND|NOT|NEAR\/.*|BEFORE\/.*|NEAR|BEFORE)$/;

/** @throws QueryError at a quotation mark that isn't closed */
export function lexQuery(query: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let offset = 0;
  while (offset < query.length) {
    SPACE.lastIndex = offset;
    const space = SPACE.exec(query);
    if (space !== null) {
      offset += space[0].length;
      continue;
    }
    const lexeme = lexemeAt(query, offset);
    lexemes.push(lexeme);
    offset += lexeme.text.length;
  }
  return lexemes;
}

function lexemeAt(query: string, offset: number): Lexeme {
  const character = query[offset];
  if (character === '(') return { kind: 'open', text: '(', offset };
  if (character === ')') return { kind: 'close', text: ')', offset };
  if (character === '"') {
    const end = query.indexOf('"', offset + 1);
    if (end === -1)
      throw new QueryError({
        offset,
        length: 1,
        message: 'this quotation mark is never closed: add " after the phrase',
      });
    return { kind: 'phrase', text: query.slice(offset, end + 1), offset };
  }
  WORD.lastIndex = offset;
  const text = WORD.exec(query)?.[0] ?? '';
  if (OPERATOR.test(text)) return { kind: 'operator', text, offset };
  return { kind: text.startsWith('@') ? 'list' : 'word', text, offset };
}
