import {
  type ArticleInput,
  type Evidence,
  SIGNAL_STATUSES,
  type Signal,
  type SignalStatus,
} from '@aftermath/core';
import type { Scorer } from '../model/scorer.ts';
import type { CompiledCategory, CompiledWatch } from './compiled-rules.ts';
import { type Found, findInSentence } from './find-in-sentence.ts';
import type { ReadArticle, ReadSentence } from './read-article.ts';
import { joinScores, round, scoreOf } from './score.ts';

/** Sentences kept per signal, the strongest: who wants more reads the article. */
const EVIDENCE_MAX = 5;

/** The watch's categories that the article shows, in the watch's order. */
export function findSignals(
  watch: CompiledWatch,
  article: ArticleInput,
  read: ReadArticle,
  scorer: Scorer | null,
): readonly Signal[] {
  return watch.categories.flatMap((category) => {
    const inText = findIn(category, read.text, scorer);
    const inTitle = findIn(category, read.title, scorer);
    // The title repeats the text, often more loudly: it is evidence only where the text has none.
    const found = inText.length > 0 ? inText : inTitle;
    if (found.length === 0) return [];
    const around = surroundings(found, read);
    const strongest = found.toSorted((a, b) => b.weight - a.weight).slice(0, EVIDENCE_MAX);
    return [
      {
        category: category.id,
        score: scoreOfAll(category, found),
        status: statusOf([...inTitle, ...inText]),
        countries: sorted([
          ...around.flatMap(({ countries }) => countries.map(({ code }) => code)),
          ...namedIn(around, watch.places),
        ]),
        actors: sorted(namedIn(around, watch.actors)),
        evidence: strongest.map((one) => evidenceOf(one, article)),
      },
    ];
  });
}

/** The likeliest sentence's probability; without a model, the weights of all sentences. */
function scoreOfAll({ threshold }: CompiledCategory, found: readonly Found[]): number {
  const probabilities = found.flatMap(({ probability }) => probability ?? []);
  if (probabilities.length > 0) return round(Math.max(...probabilities));
  return joinScores(found.map(({ weight }) => scoreOf(weight, threshold)));
}

/** What the sets found in some sentences stand for. */
function namedIn(sentences: readonly ReadSentence[], meanings: ReadonlyMap<number, string>): string[] {
  const named: string[] = [];
  for (const { found } of sentences)
    for (const set of found.sets()) {
      const meaning = meanings.get(set);
      if (meaning !== undefined) named.push(meaning);
    }
  return named;
}

function findIn(
  category: CompiledCategory,
  sentences: readonly ReadSentence[],
  scorer: Scorer | null,
): readonly Found[] {
  return sentences.flatMap((sentence) => findInSentence(category, sentence, scorer) ?? []);
}

/** News comes first: every later sentence that speaks of the category says half as much of what is new. */
const LATER_SHARE = 0.5;

/**
 * The status that the title and the first sentences speak for; where it is even, the one further on the way from asked
 * for to done.
 */
function statusOf(found: readonly Found[]): SignalStatus {
  const weights = new Map<SignalStatus, number>();
  found.forEach(({ status }, index) => {
    weights.set(status, (weights.get(status) ?? 0) + LATER_SHARE ** index);
  });
  const order: readonly SignalStatus[] = ['carried-out', 'announced', 'called-for', 'denied'];
  return order.reduce(
    (best, status) => ((weights.get(status) ?? 0) > (weights.get(best) ?? 0) ? status : best),
    SIGNAL_STATUSES[2],
  );
}

/** The sentences of the evidence and their neighbours; the title stands next to the text's first sentence. */
function surroundings(found: readonly Found[], { title, text }: ReadArticle): readonly ReadSentence[] {
  const all = [...title, ...text];
  const places = new Set<number>();
  for (const { sentence } of found) {
    const place = all.indexOf(sentence);
    for (const near of [place - 1, place, place + 1]) places.add(near);
  }
  return all.filter((_, place) => places.has(place));
}

function evidenceOf({ sentence: { field, sentence }, why }: Found, article: ArticleInput): Evidence {
  const { start, end } = sentence;
  return { field, start, end, quote: article[field].slice(start, end), why };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
