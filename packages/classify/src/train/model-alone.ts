import type { ArticleInput, Watch } from '@aftermath/core';
import { compileRules } from '../decide/compile-watches.ts';
import { readArticle } from '../decide/read-article.ts';
import { shippedModel } from '../model/shipped-model.ts';

/** The categories that the shipped model alone sees in an article, at even odds: a base line to measure against. */
export function modelAlone(watch: Watch): (article: ArticleInput) => readonly string[] {
  const rules = compileRules([watch], shippedModel);
  return (article) => {
    const { title, text } = readArticle(rules, article);
    const scores = [...title, ...text].map((sentence) => sentence.scores()?.logOdds ?? []);
    return shippedModel.categories.flatMap(({ id }, column) =>
      scores.some((logOdds) => (logOdds[column] ?? 0) > 0) ? [id] : [],
    );
  };
}
