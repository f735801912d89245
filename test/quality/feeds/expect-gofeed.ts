import type { FeedDocument, FeedItem } from '@aftermath/core';
import { type Check, check, type Kind } from './check.ts';

type Json = Readonly<Record<string, unknown>>;
type Read = (document: FeedDocument) => unknown;

/**
 * gofeed's own output before it is unified: one shape per format. The fields that our model has are compared; of
 * several links of an RSS item gofeed takes the last one and others the first, so any of them is right.
 */
export function expectGofeed(expected: Json): { checks: Check[]; outside: number } {
  const items = list(expected.items ?? expected.entries);
  const checks = [
    ...present([
      ['feed title', 'html', expected.title, (document) => document.title],
      [
        'feed description',
        'html',
        expected.description ?? expected.subtitle,
        (document) => document.description,
      ],
      ['feed link', 'url', links(expected), (document) => document.link],
      ['feed language', 'text', expected.language, (document) => document.language],
      ['feed updated', 'date', expected.updatedParsed, (document) => document.updatedAt],
    ]),
    ...items.flatMap(expectItem),
  ];
  return { checks, outside: valueCount(expected) - checks.length };
}

function expectItem(item: Json, index: number): Check[] {
  const of =
    (read: (item: FeedItem) => unknown): Read =>
    (document) => {
      const found = document.items[index];
      return found ? read(found) : null;
    };
  const enclosure = list(item.enclosures)[0];
  return [
    ...present([
      ['id', 'text', inside(item.guid, 'value') ?? item.id, of(({ id }) => id)],
      ['title', 'html', item.title, of(({ title }) => title)],
      ['link', 'url', links(item), of(({ link }) => link)],
      [
        'published',
        'date',
        item.publishedParsed ?? item.date_published,
        of(({ publishedAt }) => publishedAt),
      ],
      ['updated', 'date', item.updatedParsed ?? item.date_modified, of(({ updatedAt }) => updatedAt)],
      ['summary', 'html', item.description ?? item.summary, of(({ summary }) => summary)],
      [
        'content',
        'html',
        inside(item.content, 'value') ?? item.content_html ?? text(item.content),
        of(({ content }) => content),
      ],
      ['enclosures', 'url', enclosure?.url, of(({ enclosures }) => enclosures[0]?.url)],
      ['enclosures', 'text', enclosure?.type, of(({ enclosures }) => enclosures[0]?.type)],
    ]),
    ...present(
      people(item).map((name, at) => ['authors', 'person', name, of(({ authors }) => authors[at])] as const),
    ),
    ...present(
      terms(item).map(
        (term, at) => ['categories', 'html', term, of(({ categories }) => categories[at])] as const,
      ),
    ),
  ];
}

type Row = readonly [field: string, kind: Kind, expected: unknown, read: Read];

function present(rows: readonly Row[]): Check[] {
  return rows
    .filter(([, , expected]) => expected !== undefined && expected !== null)
    .map(([field, kind, expected, read]) => check(field, kind, expected, read));
}

/** Every address that would be right, or undefined. */
function links(json: Json): unknown {
  const written = Array.isArray(json.links) ? json.links : [];
  const pages = written.flatMap((link: unknown) => {
    if (typeof link === 'string') return [link];
    const { rel, href } = link as Json;
    return rel === 'alternate' && href !== undefined ? [href] : [];
  });
  return pages[0] ?? text(json.link) ?? json.url ?? json.home_page_url;
}

function people(item: Json): unknown[] {
  const authors = list(item.authors).map((author) => author.name ?? author.email ?? author.uri);
  return authors.length > 0 ? authors : [text(item.author) ?? inside(item.author, 'name')];
}

function terms(item: Json): unknown[] {
  const tags = Array.isArray(item.tags) ? item.tags : [];
  return [...list(item.categories).map((category) => category.term ?? category.value), ...tags];
}

function valueCount(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + valueCount(entry), 0);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, entry) => sum + valueCount(entry), 0);
}

function list(value: unknown): Json[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is Json => typeof entry === 'object' && entry !== null)
    : [];
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Json)[name] : undefined;
}

function text(value: unknown): unknown {
  return typeof value === 'string' ? value : undefined;
}
