import type { CompiledPart } from './compiled-rules.ts';
import type { ReadArticle } from './read-article.ts';
import { scoreOf } from './score.ts';

/** What an article is about it says at once: later sentences tell the background, often of another event. */
const LEAD_SENTENCES = 8;
const LATER_SHARE = 0.5;

/** Whether an article is about the watch, and how much (0 to 1, 0.5 at the threshold). */
export function decideScope(
  scope: CompiledPart,
  { title, text }: ReadArticle,
): { inScope: boolean; relevance: number } {
  const early = [...title, ...text.slice(0, LEAD_SENTENCES)];
  const late = text.slice(LEAD_SENTENCES);
  const excluded = scope.exclude.some(({ index }) =>
    [...early, ...late].some(({ matches }) => matches.has(index)),
  );
  if (excluded) return { inScope: false, relevance: 0 };
  let weight = 0;
  for (const rule of scope.rules.values()) {
    if (early.some(({ matches }) => matches.has(rule.index))) weight += rule.weight;
    else if (late.some(({ matches }) => matches.has(rule.index))) weight += rule.weight * LATER_SHARE;
  }
  return { inScope: weight >= scope.threshold, relevance: scoreOf(weight, scope.threshold) };
}
