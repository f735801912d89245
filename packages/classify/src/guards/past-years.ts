import type { Span } from '../match/sentence-hits.ts';

/** A year this near to a match dates it. */
const NEAR_WORDS = 8;
/** News of January still speak of what happened last year. */
const MONTHS_OF_GRACE = 2;

/** Positions of years that were over when the article was published: `was arrested in 2019`. */
export function pastYears(
  words: readonly string[],
  publishedAt: string | null | undefined,
): readonly number[] {
  const published = publishedAt === null || publishedAt === undefined ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published)) return [];
  const date = new Date(published);
  const grace = date.getUTCMonth() < MONTHS_OF_GRACE ? 1 : 0;
  const oldest = date.getUTCFullYear() - grace;
  return words.flatMap((word, index) => (/^(19|20)\d\d$/.test(word) && Number(word) < oldest ? [index] : []));
}

/** Whether a past year stands after or right before the match, as a date does. */
export function isPast(span: Span, years: readonly number[]): boolean {
  return years.some((year) => year >= span.start - 2 && year <= span.end + NEAR_WORDS);
}
