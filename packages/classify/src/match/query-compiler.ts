import type { PhrasePattern, Query } from '../query/syntax.ts';
import type { MatchingQuery } from './matching-query.ts';
import type { PhraseMatcher } from './phrase-matcher.ts';

/** Phrases of a list, or null when there is no such list. */
export type ListLookup = (name: string, argument: string | null) => readonly PhrasePattern[] | null;

/** Turns queries into numbered sets of one matcher; equal words and lists share a number. */
export class QueryCompiler {
  readonly #matcher: PhraseMatcher;
  readonly #sets = new Map<string, number>();
  readonly #sizes: number[] = [];

  constructor(matcher: PhraseMatcher) {
    this.#matcher = matcher;
  }

  /**
   * @param scope names the lists that are this watch's own: equal names of two watches mean different things
   * @throws Error at a list that isn't known
   */
  compile(query: Query, lists: ListLookup, scope: string): MatchingQuery {
    switch (query.kind) {
      case 'phrases':
        return this.set(`"${written(query.phrases)}`, () => query.phrases);
      case 'list':
        return this.#list(query.name, query.argument, lists, scope);
      case 'or':
        return this.#or(query.parts, lists, scope);
      case 'and':
        return { kind: 'and', parts: query.parts.map((part) => this.compile(part, lists, scope)) };
      default:
        return {
          ...query,
          left: this.compile(query.left, lists, scope),
          right: this.compile(query.right, lists, scope),
        };
    }
  }

  /** Words and phrases of one OR are one set: asked for once, however many they are. Lists stay sets of their own. */
  #or(parts: readonly Query[], lists: ListLookup, scope: string): MatchingQuery {
    const flat = parts.flatMap(alternatives);
    const phrases = flat.flatMap((part) => (part.kind === 'phrases' ? part.phrases : []));
    const others = flat
      .filter((part) => part.kind !== 'phrases')
      .map((part) => this.compile(part, lists, scope));
    const all = phrases.length === 0 ? others : [this.set(`"${written(phrases)}`, () => phrases), ...others];
    return all.length === 1 ? (all[0] as MatchingQuery) : { kind: 'or', parts: all };
  }

  /** The set with this key, filled at its first use. */
  set(key: string, phrases: () => readonly PhrasePattern[]): { readonly kind: 'set'; readonly set: number } {
    const known = this.#sets.get(key);
    if (known !== undefined) return { kind: 'set', set: known };
    const set = this.#sets.size;
    this.#sets.set(key, set);
    const patterns = phrases();
    for (const phrase of patterns) this.#matcher.add(phrase, set);
    this.#sizes[set] = patterns.length;
    return { kind: 'set', set };
  }

  /** Sets of which one at least is found wherever the query is: the rarest choice, to look at a rule only where it may hold. */
  triggers(query: MatchingQuery): readonly number[] {
    switch (query.kind) {
      case 'set':
        return [query.set];
      case 'or':
        return query.parts.flatMap((part) => this.triggers(part));
      case 'and':
        return query.parts
          .map((part) => this.triggers(part))
          .reduce((best, other) => this.#rarer(best, other));
      case 'near':
      case 'before':
        return this.#rarer(this.triggers(query.left), this.triggers(query.right));
      default:
        return this.triggers(query.left);
    }
  }

  /** The one of fewer phrases: lists have hundreds. */
  #rarer(one: readonly number[], other: readonly number[]): readonly number[] {
    const size = (sets: readonly number[]) => sets.reduce((sum, set) => sum + (this.#sizes[set] ?? 0), 0);
    return size(other) < size(one) ? other : one;
  }

  #list(name: string, argument: string | null, lists: ListLookup, scope: string): MatchingQuery {
    const phrases = lists(name, argument);
    const key = argument === null ? `@${name}` : `@${name}:${argument}`;
    if (phrases === null) throw new Error(`there is no list ${key}`);
    const own = name === 'actor' || name === 'group' || name === 'place';
    return this.set(`${own ? scope : ''}${key}`, () => phrases);
  }
}

/** What an OR chooses from, ORs within it opened. */
function alternatives(query: Query): readonly Query[] {
  return query.kind === 'or' ? query.parts.flatMap(alternatives) : [query];
}

function written(phrases: readonly PhrasePattern[]): string {
  return phrases
    .map((phrase) =>
      phrase.map(({ case: wordCase, word, prefix }) => `${wordCase}:${word}${prefix ? '*' : ''}`).join(' '),
    )
    .join('|');
}
