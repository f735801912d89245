import type { SampleArticle } from './sample-data.ts';

/** An article as it stands at some moment. */
export interface PublishedArticle {
  readonly slug: string;
  readonly url: string;
  readonly author: string | null;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
  readonly publishedAt: Date;
  /** When it was corrected, or null. */
  readonly updatedAt: Date | null;
}

const DAY_MS = 86_400_000;

/** The article as its readers see it at `now`; null: not out yet. Days count from the UTC day of `anchor`. */
export function publishedArticle(
  article: SampleArticle,
  { anchor, now, baseUrl }: { readonly anchor: Date; readonly now: Date; readonly baseUrl: string },
): PublishedArticle | null {
  const publishedAt = momentOf(article, anchor);
  if (publishedAt > now) return null;
  const { slug, author = null, correction } = article;
  const correctedAt = correction === undefined ? null : momentOf(correction, anchor);
  const current = correction !== undefined && correctedAt !== null && correctedAt <= now ? correction : null;
  return {
    slug,
    url: `${baseUrl}/articles/${slug}`,
    author,
    title: current?.title ?? article.title,
    summary: current?.summary ?? article.summary,
    paragraphs: (current?.text ?? article.text).trim().split(/\n\s*\n/),
    publishedAt,
    updatedAt: current === null ? null : correctedAt,
  };
}

function momentOf({ day, time }: { readonly day: number; readonly time: string }, anchor: Date): Date {
  const midnight = Math.floor(anchor.getTime() / DAY_MS) * DAY_MS;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(midnight + day * DAY_MS + (hours * 60 + minutes) * 60_000);
}
