/** How a word of a query is compared: by the folded word, with a capital initial, or letter by letter. */
export type WordCase = 'any' | 'capital' | 'exact';

export interface WordPattern {
  readonly case: WordCase;
  /** Folded, or without marks for `exact`. */
  readonly word: string;
  /** Any ending may follow. */
  readonly prefix: boolean;
}

/** Words in sequence. */
export type PhrasePattern = readonly WordPattern[];

export type Query =
  | { readonly kind: 'phrases'; readonly text: string; readonly phrases: readonly PhrasePattern[] }
  | { readonly kind: 'list'; readonly name: string; readonly argument: string | null }
  | { readonly kind: 'or' | 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly left: Query; readonly right: Query }
  | {
      readonly kind: 'near' | 'before' | 'not-near';
      /** Words that may stand between. */
      readonly distance: number;
      readonly left: Query;
      readonly right: Query;
    };

/** Something wrong in a query, in UTF-16 code units of the query's own text. */
export interface QueryProblem {
  readonly offset: number;
  readonly length: number;
  /** What is wrong and what to do, for the person who wrote it. */
  readonly message: string;
}

export class QueryError extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem) {
    super(problem.message);
    this.name = 'QueryError';
    this.problem = problem;
  }
}
