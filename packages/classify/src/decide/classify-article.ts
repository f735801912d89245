import type { ArticleInput, Decision } from '@aftermath/core';
import { isOfOtherTopic } from '../guards/topics.ts';
import type { CompiledRules } from './compiled-rules.ts';
import { decideScope } from './decide-scope.ts';
import { findSignals } from './find-signals.ts';
import { readArticle } from './read-article.ts';

export interface ClassifyOptions {
  /** Take every article as being about the watch. */
  readonly allInScope?: boolean;
  /** Only these watches. */
  readonly watchIds?: readonly string[];
}

/** What each watch makes of the article. */
export function classifyArticle(
  rules: CompiledRules,
  article: ArticleInput,
  options: ClassifyOptions,
): readonly Decision[] {
  const read = readArticle(rules, article);
  const asked = rules.watches.filter(
    ({ id }) => options.watchIds === undefined || options.watchIds.includes(id),
  );
  return asked.map((watch) => {
    const { inScope, relevance } = decideScope(watch.scope, read);
    // Scope shows what an article is about; taken as in scope by wish, it must not be about sport or shares.
    const looked =
      inScope ||
      (options.allInScope === true && !isOfOtherTopic(rules.topics, [...read.title, ...read.text]));
    const signals = looked ? findSignals(watch, article, read, rules.scorer) : [];
    return { watchId: watch.id, inScope, relevance, signals };
  });
}
