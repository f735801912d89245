import type { FeedDocument, FeedItem } from '@aftermath/core';
import { parseFeed } from '@aftermath/feeds';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import RssParser from 'rss-parser';

/** A parser under comparison, its output put into our model. Throws when the input is no feed to it. */
export type Parser = (
  bytes: Uint8Array,
  url: string | null,
  contentType: string | null,
) => Promise<FeedDocument>;

type Json = Readonly<Record<string, unknown>>;

export const PARSERS: Readonly<Record<string, Parser>> = {
  ours: async (bytes, url, contentType) => parseFeed(bytes, { url, contentType }),

  'rss-parser': async (bytes) => {
    const feed = (await new RssParser().parseString(new TextDecoder().decode(bytes))) as unknown as Json;
    return toDocument(feed, list(feed.items), (item) => ({
      id: text(item.guid ?? item.id ?? item['rdf:about']),
      title: text(item.title),
      link: text(item.link),
      publishedAt: date(item.isoDate ?? item.pubDate ?? item.date),
      updatedAt: null,
      authors: texts([item.creator ?? item.author]),
      summary: text(item.summary ?? item.content),
      content: text(item['content:encoded'] ?? item.content),
      categories: texts(item.categories),
      enclosures: list(item.enclosure ? [item.enclosure] : []).map(toEnclosure),
      problems: [],
    }));
  },

  feedsmith: async (bytes) => {
    const { feed: parsed } = parseWithFeedsmith(new TextDecoder().decode(bytes));
    const feed = parsed as Json;
    return toDocument(feed, list(feed.items ?? feed.entries), (item) => ({
      id: text(inside(item.guid, 'value') ?? item.guid ?? item.id ?? inside(item.rdf, 'about')),
      title: text(inside(item.title, 'value') ?? item.title),
      link: text(item.link ?? item.url ?? alternate(item)),
      publishedAt: date(
        item.published ?? item.pubDate ?? item.date_published ?? first(item.dc, 'date', 'dates'),
      ),
      updatedAt: date(item.updated ?? item.date_modified ?? first(item.dcterms, 'modified')),
      authors: texts(item.authors ?? first(item.dc, 'creators', 'creator')),
      summary: text(
        inside(item.summary, 'value') ?? item.summary ?? item.description ?? first(item.dc, 'description'),
      ),
      content: text(
        inside(item.content, 'encoded') ??
          inside(item.content, 'value') ??
          item.content ??
          item.content_html ??
          item.content_text,
      ),
      categories: texts(item.categories ?? item.tags ?? first(item.dc, 'subjects', 'subject')),
      enclosures: list(item.enclosures ?? item.attachments ?? enclosureLinks(item)).map(toEnclosure),
      problems: [],
    }));
  },
};

function toDocument(feed: Json, items: readonly Json[], toItem: (item: Json) => FeedItem): FeedDocument {
  return {
    format: 'rss',
    title: text(inside(feed.title, 'value') ?? feed.title),
    link: text(feed.link ?? feed.home_page_url ?? alternate(feed)),
    description: text(feed.description ?? inside(feed.subtitle, 'value') ?? feed.subtitle),
    language: text(feed.language),
    updatedAt: date(feed.lastBuildDate ?? feed.updated ?? feed.pubDate ?? first(feed.dc, 'date', 'dates')),
    refreshIntervalMs: null,
    skipHours: [],
    items: items.map(toItem),
    children: [],
    problems: [],
  };
}

function toEnclosure(enclosure: Json): FeedItem['enclosures'][number] {
  const length = Number(enclosure.length ?? enclosure.size_in_bytes);
  return {
    url: String(enclosure.url ?? enclosure.href),
    type: text(enclosure.type ?? enclosure.mime_type),
    length: length || null,
  };
}

function enclosureLinks(item: Json): Json[] {
  return list(item.links).filter(({ rel }) => rel === 'enclosure');
}

function alternate(json: Json): unknown {
  return list(json.links).find(({ rel }) => rel === 'alternate' || rel === undefined)?.href;
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
}

function first(value: unknown, ...names: readonly string[]): unknown {
  return names.map((name) => inside(value, name)).find((found) => found !== undefined);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function text(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}

function texts(value: unknown): string[] {
  return [value]
    .flat()
    .flatMap(
      (one) => text(one) ?? text(inside(one, 'name') ?? inside(one, 'term') ?? inside(one, '_')) ?? [],
    );
}

function date(value: unknown): string | null {
  const time = Date.parse(text(value) ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
