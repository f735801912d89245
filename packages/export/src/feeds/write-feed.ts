import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { OutputFeed } from './output-feed.ts';

/** A feed as Atom (RFC 4287). */
export function atomOf({ id, title, homeUrl, selfUrl, updatedAt, entries }: OutputFeed): string {
  return generateAtomFeed({
    id,
    title: { value: xmlText(title) },
    updated: new Date(updatedAt),
    authors: [{ name: 'Aftermath' }],
    links: [
      { href: homeUrl, rel: 'alternate' },
      { href: selfUrl, rel: 'self' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: xmlText(entry.title) },
      links: [{ href: entry.url, rel: 'alternate' }],
      updated: new Date(entry.updatedAt),
      ...(entry.publishedAt === null ? {} : { published: new Date(entry.publishedAt) }),
      ...(entry.author === null ? {} : { authors: [{ name: xmlText(entry.author) }] }),
      categories: entry.tags.map((term) => ({ term: xmlText(term) })),
      content: { value: xmlText(entry.text), type: 'text' },
    })),
  });
}

/** A feed as JSON Feed 1.1. */
export function jsonFeedOf({ title, homeUrl, selfUrl, entries }: OutputFeed): string {
  return JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: homeUrl,
      feed_url: selfUrl,
      items: entries.map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_text: entry.text,
        date_modified: new Date(entry.updatedAt),
        ...(entry.publishedAt === null ? {} : { date_published: new Date(entry.publishedAt) }),
        ...(entry.author === null ? {} : { authors: [{ name: entry.author }] }),
        tags: [...entry.tags],
      })),
    }),
  );
}

/** Without the characters that XML has no way to write. */
function xmlText(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
