import type { FeedDocument, FeedItem } from '@aftermath/core';
import { type Check, check, type Kind } from './check.ts';

type Json = Readonly<Record<string, unknown>>;

/** Expectations of rss-parser and feedsmith: a whole output. The fields that our model has are compared. */
export function expectOutput(expected: Json): Check[] {
  const feed = (expected.feed ?? expected) as Json;
  const items = (feed.items ?? feed.entries ?? []) as readonly Json[];
  return [
    ...present([
      ['feed title', 'html', feed.title, (document) => document.title],
      ['feed link', 'url', feed.link ?? alternate(feed), (document) => document.link],
      [
        'feed description',
        'html',
        feed.description ?? feed.subtitle ?? feed.tagline,
        (document) => document.description,
      ],
      ['feed language', 'text', feed.language, (document) => document.language],
      [
        'feed updated',
        'date',
        feed.lastBuildDate ?? feed.updated ?? feed.pubDate,
        (document) => document.updatedAt,
      ],
      ['items', 'list', items.length, (document) => document.items.length],
    ]),
    ...items.flatMap(expectItem),
  ];
}

function expectItem(item: Json, index: number): Check[] {
  const of = (read: (item: FeedItem) => unknown) => (document: FeedDocument) => {
    const found = document.items[index];
    return found ? read(found) : null;
  };
  const enclosure = (item.enclosure ?? (item.enclosures as Json[] | undefined)?.[0]) as Json | undefined;
  return present([
    [
      'id',
      'text',
      at(item, 'guid', 'value') ?? item.guid ?? item.id ?? at(item, 'rdf', 'about'),
      of(({ id }) => id),
    ],
    ['title', 'html', item.title, of(({ title }) => title)],
    ['link', 'url', item.link ?? alternate(item), of(({ link }) => link)],
    [
      'published',
      'date',
      item.published ?? item.isoDate ?? item.pubDate ?? at(item, 'dc', 'date'),
      of(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt),
    ],
    ['updated', 'date', item.updated, of(({ publishedAt, updatedAt }) => updatedAt ?? publishedAt)],
    ['authors', 'person', author(item), of(({ authors }) => authors)],
    ['summary', 'html', item.description ?? item.summary, of(({ summary }) => summary)],
    [
      'content',
      'xhtml',
      item['content:encoded'] ?? at(item, 'content', 'encoded') ?? textOnly(item.content),
      of(({ content, summary }) => [content, summary]),
    ],
    ['enclosures', 'url', enclosure?.url, of(({ enclosures }) => enclosures[0]?.url)],
    ...categories(item).map(
      (term, at) => ['categories', 'text', term, of(({ categories }) => categories[at])] as const,
    ),
  ]);
}

type Row = readonly [field: string, kind: Kind, expected: unknown, read: (document: FeedDocument) => unknown];

function present(rows: readonly Row[]): Check[] {
  return rows
    .filter(([, , expected]) => expected !== undefined && expected !== null)
    .map((row) => check(...row));
}

function at(json: Json, name: string, part: string): unknown {
  const value = json[name];
  return typeof value === 'object' && value !== null ? (value as Json)[part] : undefined;
}

function textOnly(value: unknown): unknown {
  return typeof value === 'string' ? value : undefined;
}

function alternate(json: Json): unknown {
  const links = (json.links ?? []) as readonly Json[];
  return links.find(({ rel }) => rel === 'alternate')?.href;
}

function author(item: Json): unknown {
  const first = (item.authors as (Json | string)[] | undefined)?.[0];
  return (
    item.creator ??
    item.author ??
    (typeof first === 'object' ? first.name : first) ??
    at(item, 'dc', 'creator')
  );
}

/** Repeats count once, as in our model. */
function categories(item: Json): string[] {
  const terms = ((item.categories ?? []) as (Json | string)[]).flatMap((category) => {
    const term = typeof category === 'string' ? category : (category._ ?? category.name ?? category.term);
    return typeof term === 'string' && term.trim() !== '' ? [term] : [];
  });
  return [...new Set(terms)];
}
