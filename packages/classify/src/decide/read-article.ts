import type { ArticleInput, EvidenceField } from '@aftermath/core';
import { findCountries, type NamedCountry, twoCountries } from '../gazetteer/country-sets.ts';
import { type Cue, findCues } from '../guards/compiled-guards.ts';
import { type PastYear, pastYears } from '../guards/past-years.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { matchQuery } from '../match/matching-query.ts';
import { SentenceHits, type Span } from '../match/sentence-hits.ts';
import type { Scorer, Scores } from '../model/scorer.ts';
import type { FeatureSource } from '../model/terms.ts';
import { type Sentence, splitSentences } from '../text/split-sentences.ts';
import type { CompiledRules } from './compiled-rules.ts';

/** A sentence with all that the queries found in it. */
export interface ReadSentence {
  readonly field: EvidenceField;
  readonly sentence: Sentence;
  readonly words: readonly string[];
  readonly found: SentenceHits;
  /** Rules that hold, by index, with their places. */
  readonly matches: ReadonlyMap<number, readonly Span[]>;
  readonly countries: readonly NamedCountry[];
  readonly cues: readonly Cue[];
  readonly pastYears: readonly PastYear[];
  /** What the model makes of it; asked for where a rule holds at all. */
  readonly scores: () => Scores | null;
}

/** The article as the rules see it: the sentences of the title, then those of the text. */
export interface ReadArticle {
  readonly lang: string | null;
  readonly title: readonly ReadSentence[];
  readonly text: readonly ReadSentence[];
}

/** One pass over title and text for all rules of all watches. */
export function readArticle(rules: CompiledRules, article: ArticleInput): ReadArticle {
  const lang = primaryLanguage(article.lang) ?? detectLanguage(`${article.title}\n${article.text}`);
  const read = (field: EvidenceField) =>
    splitSentences(article[field]).map((sentence) =>
      readSentence(rules, field, sentence, lang, article.publishedAt),
    );
  return { lang, title: read('title'), text: read('text') };
}

/** `es-CO` → `es`. */
function primaryLanguage(lang: string | null | undefined): string | null {
  const primary = lang?.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return /^[a-z]{2,3}$/.test(primary) ? primary : null;
}

const NO_MATCHES: ReadonlyMap<number, readonly Span[]> = new Map();

function readSentence(
  rules: CompiledRules,
  field: EvidenceField,
  sentence: Sentence,
  lang: string | null,
  publishedAt: string | null | undefined,
): ReadSentence {
  const words = sentence.tokens.map(({ word }) => word);
  const found = new SentenceHits(rules.matcher.find(words));
  const countries = findCountries(rules.countries, found);
  const two = twoCountries(countries);
  if (two !== null) found.add(rules.countries.two, two);
  const matches = matchRules(rules, found, lang);
  const guarded = matches.size > 0;
  return {
    field,
    sentence,
    words,
    found,
    matches,
    countries,
    cues: guarded ? findCues(rules.guards, lang, found) : [],
    pastYears: guarded ? pastYears(words, publishedAt) : [],
    scores: onceScored(rules.scorer, { words, found, countries }),
  };
}

/** A sentence is scored once for all categories, and only when one asks. */
function onceScored(scorer: Scorer | null, source: FeatureSource): () => Scores | null {
  let scores: Scores | null = null;
  return () => {
    scores ??= scorer?.score(source) ?? null;
    return scores;
  };
}

function matchRules(
  { triggered }: CompiledRules,
  found: SentenceHits,
  lang: string | null,
): ReadonlyMap<number, readonly Span[]> {
  let matches: Map<number, readonly Span[]> | null = null;
  let tried: Set<number> | null = null;
  for (const set of found.sets()) {
    const rules = triggered.get(set);
    if (rules === undefined) continue;
    tried ??= new Set();
    for (const rule of rules) {
      if ((rule.lang !== null && rule.lang !== lang) || tried.has(rule.index)) continue;
      tried.add(rule.index);
      const spans = matchQuery(rule.query, found);
      if (spans.length === 0) continue;
      matches ??= new Map();
      matches.set(rule.index, spans);
    }
  }
  return matches ?? NO_MATCHES;
}
