import type { ArticleInput } from '@aftermath/core';
import { parseDate } from '@aftermath/feeds';
import { z } from 'zod';

/** One line of an archive: an article that was fetched elsewhere. */
export const archivedArticle = z.object({
  id: z.union([z.string(), z.number()], 'must be a string or a number'),
  title: z.string().nullish(),
  text: z.string().nullish(),
  lang: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
});

/**
 * As the pure stages read it: a missing title or text is empty, a date that is missing or can't be read is
 * null (`Date.parse` would make 2001 of "1", and another moment in each zone of one without).
 */
export function articleOf(line: z.infer<typeof archivedArticle>): ArticleInput {
  return {
    title: line.title ?? '',
    text: line.text ?? '',
    lang: line.lang ?? null,
    url: line.url ?? null,
    publishedAt: parseDate(line.publishedAt ?? ''),
  };
}
