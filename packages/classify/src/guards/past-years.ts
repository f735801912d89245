import type { Span } from '../match/sentence-hits.ts';

/** A year this near to a match dates it. */
const NEAR_WORDS = 10;
/** News of January still speak of what happened last year. */
const MONTHS_OF_GRACE = 2;

/** `In March of 2016, …`: a year among the first words, after one of these, dates the whole sentence. */
const FRONT_WORDS = 5;
const BEFORE_YEAR = /^(in|since|of|during|en|de|del|desde|em|durante)$/i;

/** Looked at first: it spares the pattern for nearly every word. */
const YEAR_DIGITS = 4;

/** A year of the past, and whether it stands before all that the sentence says. */
export interface PastYear {
  readonly position: number;
  readonly fronted: boolean;
}

/** Years that were over when the article was published: `was arrested in 2019`. */
export function pastYears(
  words: readonly string[],
  publishedAt: string | null | undefined,
): readonly PastYear[] {
  const published = publishedAt === null || publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published)) return [];
  const date = new Date(published);
  const grace = date.getUTCMonth() < MONTHS_OF_GRACE ? 1 : 0;
  const oldest = date.getUTCFullYear() - grace;
  return words.flatMap((word, position) => {
    if (word.length !== YEAR_DIGITS || !/^(19|20)\d\d$/.test(word) || Number(word) >= oldest) return [];
    return [{ position, fronted: position < FRONT_WORDS && BEFORE_YEAR.test(words[position - 1] ?? '') }];
  });
}

/** Whether a past year stands after or right before the match, as a date does, or before the whole sentence. */
export function isPast(span: Span, years: readonly PastYear[]): boolean {
  return years.some(
    ({ position, fronted }) => fronted || (position >= span.start - 2 && position <= span.end + NEAR_WORDS),
  );
}
