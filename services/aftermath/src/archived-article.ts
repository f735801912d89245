import type { ArticleInput } from '@aftermath/core';
import { z } from 'zod';

/** One line of an archive: an article that was fetched elsewhere. */
export const archivedArticle = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().nullish(),
  text: z.string().nullish(),
  lang: z.string().nullish(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
});

/** As the pure stages read it: a missing title or text is empty, a missing date stays missing. */
export function articleOf(line: z.infer<typeof archivedArticle>): ArticleInput {
  return {
    title: line.title ?? '',
    text: line.text ?? '',
    lang: line.lang ?? null,
    url: line.url ?? null,
    publishedAt: line.publishedAt ?? null,
  };
}
