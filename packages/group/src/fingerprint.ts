import { type ArticleInput, creditedAgencies } from '@aftermath/core';
import { bandKeys, type Sketch, sketch } from './min-hash.ts';
import { type SalientTerms, salientTerms, storyKeys } from './salient-terms.ts';
import { readWords } from './words.ts';

/** Everything grouping knows of an article; survives `JSON.stringify`, 1 to 2 KB. */
export interface Fingerprint {
  /** Of the word triples: tells copies. */
  readonly sketch: Sketch;
  /** Of names, numbers and words: tells stories. */
  readonly terms: SalientTerms;
  /** As told, or guessed from its function words. */
  readonly lang: string | null;
  /** Whose text it says it prints. */
  readonly agencies: readonly string[];
  /** Up to 29 short strings; articles that share none are never compared. */
  readonly keys: readonly string[];
}

/** Pure and deterministic; time grows with the text up to 20,000 characters and then no more. */
export function fingerprint(
  article: Pick<ArticleInput, 'title' | 'text' | 'lang' | 'agencies'>,
): Fingerprint {
  const words = readWords(article.title, article.text);
  const shingled = sketch(words.sequence);
  const terms = salientTerms(words.content);
  return {
    sketch: shingled,
    terms,
    lang: article.lang?.toLowerCase().split('-')[0] ?? words.lang,
    agencies: article.agencies ?? creditedAgencies(article.text),
    keys: [...new Set([...bandKeys(shingled), ...storyKeys(terms)])],
  };
}
