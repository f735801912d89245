import type { RuleLanguage } from '@aftermath/core';
import type { CountrySets } from '../gazetteer/country-sets.ts';
import type { CompiledGuard } from '../guards/compiled-guards.ts';
import type { TopicSets } from '../guards/topics.ts';
import type { MatchingQuery } from '../match/matching-query.ts';
import type { PhraseMatcher } from '../match/phrase-matcher.ts';
import type { Scorer } from '../model/scorer.ts';
import type { ListSets } from '../model/terms.ts';

/** A query of a language, shared by all rules that ask it. */
export interface CompiledQuery {
  readonly index: number;
  readonly query: MatchingQuery;
  readonly lang: RuleLanguage | null;
}

export interface CompiledRule {
  /** Index of its query. */
  readonly index: number;
  readonly weight: number;
  /** Place in its list, from 1, as an analyst counts. */
  readonly number: number;
}

export interface CompiledPart {
  readonly threshold: number;
  /** By index of their query. */
  readonly rules: ReadonlyMap<number, CompiledRule>;
  readonly exclude: readonly CompiledRule[];
}

export interface CompiledCategory extends CompiledPart {
  readonly id: string;
  readonly titleWeight: number;
  readonly keepNegated: boolean;
  /** What the model knows of it, or null. */
  readonly learned: ReturnType<Scorer['category']>;
}

export interface CompiledWatch {
  readonly id: string;
  readonly scope: CompiledPart;
  readonly categories: readonly CompiledCategory[];
  /** Set of the matcher → id of the actor. */
  readonly actors: ReadonlyMap<number, string>;
  /** Set of the matcher → country of one of the watch's own places. */
  readonly places: ReadonlyMap<number, string>;
}

export interface CompiledRules {
  readonly matcher: PhraseMatcher;
  readonly watches: readonly CompiledWatch[];
  readonly guards: readonly CompiledGuard[];
  readonly topics: TopicSets;
  readonly countries: CountrySets;
  /** The lists that a model's features name. */
  readonly listSets: ListSets;
  /** Null: rules alone decide. */
  readonly scorer: Scorer | null;
  /** Set of the matcher → queries that may hold where it is found. */
  readonly triggered: ReadonlyMap<number, readonly CompiledQuery[]>;
}
