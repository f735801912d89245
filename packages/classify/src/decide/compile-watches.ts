import type { ArticleInput, Decision, Rule, Watch } from '@aftermath/core';
import { compileCountries } from '../gazetteer/country-sets.ts';
import { compileGuards } from '../guards/compiled-guards.ts';
import { compileTopics } from '../guards/topics.ts';
import { listsOf, namePhrases } from '../lexicon/lists.ts';
import type { MatchingQuery } from '../match/matching-query.ts';
import { PhraseMatcher } from '../match/phrase-matcher.ts';
import { QueryCompiler } from '../match/query-compiler.ts';
import type { Model } from '../model/model.ts';
import { Scorer } from '../model/scorer.ts';
import { shippedModel } from '../model/shipped-model.ts';
import { listSets } from '../model/terms.ts';
import { parseQuery } from '../query/parse-query.ts';
import { QueryError } from '../query/syntax.ts';
import { type ClassifyOptions, classifyArticle } from './classify-article.ts';
import type {
  CompiledPart,
  CompiledQuery,
  CompiledRule,
  CompiledRules,
  CompiledWatch,
} from './compiled-rules.ts';

export interface Classifier {
  /** One decision per watch, in the order the watches were given. Pure: the same article gives the same decisions. */
  classify(article: ArticleInput, options?: ClassifyOptions): readonly Decision[];
}

export interface CompileOptions {
  /** What stands beside the rules; null: rules alone. Absent: the model that ships. */
  readonly model?: Model | null;
}

/**
 * Compiles all rules of all watches into one pass over the text.
 *
 * @throws QueryError naming watch, category and rule, for a query that `checkQuery` finds wrong
 */
export function compileWatches(
  watches: readonly Watch[],
  { model = shippedModel }: CompileOptions = {},
): Classifier {
  const rules = compileRules(watches, model);
  return { classify: (article, options = {}) => classifyArticle(rules, article, options) };
}

/** All rules of all watches, and the model, ready to read articles. */
export function compileRules(watches: readonly Watch[], model: Model | null): CompiledRules {
  const matcher = new PhraseMatcher();
  const compiler = new QueryCompiler(matcher);
  const lists = listSets(compiler, sharedList);
  const scorer = model === null ? null : new Scorer(model, lists);
  const triggered = new Map<number, CompiledQuery[]>();
  const queries = new Map<string, CompiledQuery>();

  // Watches of one template ask the same: a query is looked for once, whoever asks.
  const compileRule = (watch: Watch, rule: Rule, number: number, where: string): CompiledRule => {
    const own = OWN_LISTS.test(rule.query) ? watch.id : '';
    const key = JSON.stringify([rule.query, rule.lang ?? null, own]);
    let query = queries.get(key);
    if (query === undefined) {
      const compiled = compileQuery(compiler, watch, rule.query, `${where} ${number}`);
      query = { index: queries.size, query: compiled, lang: rule.lang ?? null };
      queries.set(key, query);
      for (const set of new Set(compiler.triggers(compiled))) {
        const others = triggered.get(set);
        if (others === undefined) triggered.set(set, [query]);
        else others.push(query);
      }
    }
    return { index: query.index, weight: rule.weight, number };
  };
  const compilePart = (
    watch: Watch,
    part: { threshold: number; rules: readonly Rule[]; exclude: readonly string[] },
    where: string,
  ): CompiledPart => ({
    threshold: part.threshold,
    rules: byIndex(part.rules.map((rule, index) => compileRule(watch, rule, index + 1, `${where}, rule`))),
    exclude: part.exclude.map((query, index) =>
      compileRule(watch, { query, weight: 1 }, index + 1, `${where}, exclude`),
    ),
  });

  const compiled = watches.map(
    (watch): CompiledWatch => ({
      id: watch.id,
      scope: compilePart(watch, watch.scope, `watch ${watch.id}, scope`),
      categories: watch.categories.map((category) => ({
        id: category.id,
        titleWeight: category.titleWeight ?? 1,
        keepNegated: category.keepNegated ?? false,
        learned: scorer?.category(category.id) ?? null,
        ...compilePart(watch, category, `watch ${watch.id}, category ${category.id}`),
      })),
      actors: new Map(
        watch.actors.map((actor) => [
          compiler.set(`${watch.id}@actor:${actor.id}`, () => namePhrases(actor)).set,
          actor.id,
        ]),
      ),
      places: new Map(
        watch.places.flatMap((place, index) =>
          place.country === undefined
            ? []
            : [[compiler.set(`${watch.id}@place ${index}`, () => namePhrases(place)).set, place.country]],
        ),
      ),
    }),
  );
  return {
    matcher,
    watches: compiled,
    guards: compileGuards(compiler),
    topics: compileTopics(compiler),
    countries: compileCountries(compiler),
    listSets: lists,
    scorer,
    triggered,
  };
}

const NO_WATCH = listsOf({ actors: [], places: [] });
const sharedList = (name: string) => () => NO_WATCH(name, null) ?? [];

/** Lists that mean something else in every watch. */
const OWN_LISTS = /@(actor|group|place)\b/;

/** A query written twice in one list is one rule, the first. */
function byIndex(rules: readonly CompiledRule[]): ReadonlyMap<number, CompiledRule> {
  return new Map(rules.toReversed().map((rule) => [rule.index, rule]));
}

function compileQuery(compiler: QueryCompiler, watch: Watch, query: string, where: string): MatchingQuery {
  try {
    return compiler.compile(parseQuery(query), listsOf(watch), watch.id);
  } catch (error) {
    const problem =
      error instanceof QueryError
        ? error.problem
        : { offset: 0, length: query.length, message: (error as Error).message };
    throw new QueryError({
      ...problem,
      message: `${where}: ${problem.message} (character ${problem.offset + 1}, at ${query.slice(problem.offset, problem.offset + 40)})`,
    });
  }
}
