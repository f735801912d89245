import { type Lexeme, lexQuery } from './lex-query.ts';
import { readPhrase } from './read-phrase.ts';
import { type Query, QueryError } from './syntax.ts';

/** Farther apart, words of one sentence have nothing to do with each other: use AND. */
const DISTANCE_MAX = 50;
const NESTING_MAX = 30;

/**
 * Reads a query of the category language (docs/analysts/categories.md).
 *
 *     or     = and { OR and }
 *     and    = near { (AND | NOT) near }
 *     near   = atom { (NEAR/n | BEFORE/n | NOT NEAR/n) atom }
 *     atom   = word | "phrase" | @list | ( or )
 *
 * @throws QueryError with the place of the first mistake
 */
export function parseQuery(query: string): Query {
  const parser = new QueryParser(lexQuery(query), query.length);
  return parser.parse();
}

class QueryParser {
  readonly #lexemes: readonly Lexeme[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(lexemes: readonly Lexeme[], end: number) {
    this.#lexemes = lexemes;
    this.#end = end;
  }

  parse(): Query {
    const query = this.#or();
    const left = this.#peek();
    if (left !== undefined)
      throw problem(
        left,
        left.kind === 'close'
          ? 'this ) closes nothing: remove it, or add ( before'
          : `put AND, OR, NEAR/5 or BEFORE/5 before ${left.text}, or quotation marks around the whole phrase`,
      );
    return query;
  }

  #or(): Query {
    const parts = [this.#and()];
    while (this.#takes('OR')) parts.push(this.#and());
    return parts.length === 1 ? (parts[0] as Query) : { kind: 'or', parts };
  }

  #and(): Query {
    let query = this.#near();
    for (;;) {
      if (this.#takes('AND')) query = this.#takes('NOT') ? this.#without(query) : and(query, this.#near());
      else if (this.#takes('NOT')) query = this.#without(query);
      else return query;
    }
  }

  #without(left: Query): Query {
    return { kind: 'not', left, right: this.#near() };
  }

  #near(): Query {
    let left = this.#atom();
    for (;;) {
      const operator = this.#peek();
      if (operator?.kind !== 'operator') return left;
      const notNear = operator.text === 'NOT' && this.#peek(1)?.text.startsWith('NEAR') === true;
      if (!notNear && !/^(NEAR|BEFORE)/.test(operator.text)) return left;
      this.#next += notNear ? 1 : 0;
      const word = this.#take() as Lexeme;
      const kind = notNear ? 'not-near' : word.text.startsWith('NEAR') ? 'near' : 'before';
      left = { kind, distance: distanceOf(word), left, right: this.#atom() };
    }
  }

  #atom(): Query {
    const lexeme = this.#take();
    if (lexeme === undefined)
      throw new QueryError({
        offset: this.#end,
        length: 0,
        message: 'something is missing at the end: a word, a phrase or (',
      });
    if (lexeme.kind === 'open') return this.#group(lexeme);
    if (lexeme.kind === 'close') throw problem(lexeme, 'a word, a phrase or ( is missing before this )');
    if (lexeme.kind === 'operator')
      throw problem(
        lexeme,
        `a word, a phrase or ( is missing before ${lexeme.text}; to look for the word itself, put it in quotation marks`,
      );
    if (lexeme.kind === 'list') return listOf(lexeme);
    return phrasesOf(lexeme);
  }

  #group(open: Lexeme): Query {
    this.#depth += 1;
    if (this.#depth > NESTING_MAX)
      throw problem(open, `more than ${NESTING_MAX} groups in each other: simplify`);
    const query = this.#or();
    const close = this.#take();
    if (close?.kind !== 'close')
      throw problem(
        close ?? open,
        close === undefined
          ? 'this ( is never closed: add )'
          : `AND, OR, NEAR/5, BEFORE/5 or ) is missing before ${close.text}`,
      );
    this.#depth -= 1;
    return query;
  }

  #peek(ahead = 0): Lexeme | undefined {
    return this.#lexemes[this.#next + ahead];
  }

  #take(): Lexeme | undefined {
    const lexeme = this.#peek();
    this.#next += 1;
    return lexeme;
  }

  #takes(operator: string): boolean {
    const lexeme = this.#peek();
    const found = lexeme?.kind === 'operator' && lexeme.text === operator;
    if (found) this.#next += 1;
    return found;
  }
}

function and(left: Query, right: Query): Query {
  return left.kind === 'and'
    ? { kind: 'and', parts: [...left.parts, right] }
    : { kind: 'and', parts: [left, right] };
}

function distanceOf(operator: Lexeme): number {
  const distance = Number(/^[A-Z]+\/(\d{1,3})$/.exec(operator.text)?.[1] ?? Number.NaN);
  if (distance >= 0 && distance <= DISTANCE_MAX) return distance;
  const name = operator.text.startsWith('NEAR') ? 'NEAR' : 'BEFORE';
  throw problem(
    operator,
    `write ${name}/n, where n is the number of words that may stand between, 0 to ${DISTANCE_MAX}`,
  );
}

function phrasesOf(lexeme: Lexeme): Query {
  const text = lexeme.kind === 'phrase' ? lexeme.text.slice(1, -1) : lexeme.text;
  try {
    return { kind: 'phrases', text, phrases: readPhrase(text) };
  } catch (error) {
    throw problem(lexeme, (error as Error).message);
  }
}

function listOf(lexeme: Lexeme): Query {
  const match = /^@([a-z-]+)(?::([A-Za-z0-9-]+))?$/.exec(lexeme.text);
  if (match === null) throw problem(lexeme, 'a list is written @name or @name:which, such as @country:VE');
  return { kind: 'list', name: match[1] as string, argument: match[2] ?? null };
}

function problem(lexeme: Lexeme, message: string): QueryError {
  return new QueryError({ offset: lexeme.offset, length: lexeme.text.length, message });
}
