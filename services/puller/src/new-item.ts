import { canonicalUrl, type FeedItem } from '@aftermath/core';
import type { NewItem } from '@aftermath/db';
import { plainText } from '@aftermath/feeds';

/** What is stored of an item. Null: it leads nowhere. One without an id is known by its link. */
export function newItem(item: FeedItem): NewItem | null {
  const canonical = item.link === null ? null : canonicalUrl(item.link);
  if (item.link === null || canonical === null) return null;
  return {
    guid: item.id ?? canonical,
    url: item.link,
    canonicalUrl: canonical,
    // Titles are as published, markup included.
    title: item.title === null ? null : plainText(item.title),
    publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt),
    summary: item.summary,
    content: item.content,
  };
}
