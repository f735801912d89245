import type { FeedDocument, FeedItem } from '@aftermath/core';
import { type Check, check, type Kind } from './check.ts';

interface Assertion {
  readonly path: readonly (string | number)[];
  readonly op: string | null;
  readonly value?: unknown;
}

type Reader<T> = readonly [field: string, kind: Kind, read: (of: T) => unknown];

const FEED: Readonly<Record<string, Reader<FeedDocument>>> = {
  title: ['feed title', 'html', (feed) => feed.title],
  'title_detail/value': ['feed title', 'html', (feed) => feed.title],
  link: ['feed link', 'url', (feed) => feed.link],
  subtitle: ['feed description', 'html', (feed) => feed.description],
  description: ['feed description', 'html', (feed) => feed.description],
  tagline: ['feed description', 'html', (feed) => feed.description],
  language: ['feed language', 'text', (feed) => feed.language],
  updated: ['feed updated', 'date', (feed) => feed.updatedAt],
  updated_parsed: ['feed updated', 'date', (feed) => feed.updatedAt],
  published: ['feed updated', 'date', (feed) => feed.updatedAt],
  published_parsed: ['feed updated', 'date', (feed) => feed.updatedAt],
};

const ITEM: Readonly<Record<string, Reader<FeedItem>>> = {
  title: ['title', 'html', (item) => item.title],
  'title_detail/value': ['title', 'html', (item) => item.title],
  link: ['link', 'url', (item) => item.link],
  id: ['id', 'text', (item) => item.id],
  guid: ['id', 'text', (item) => item.id],
  description: ['summary', 'html', (item) => item.summary ?? item.content],
  summary: ['summary', 'html', (item) => item.summary ?? item.content],
  'summary_detail/value': ['summary', 'html', (item) => item.summary ?? item.content],
  subtitle: ['summary', 'html', (item) => item.summary],
  'content/0/value': ['content', 'html', (item) => item.content ?? item.summary],
  author: ['authors', 'person', (item) => item.authors],
  'author_detail/name': ['authors', 'person', (item) => item.authors],
  category: ['categories', 'text', (item) => item.categories],
};

const PUBLISHED: Reader<FeedItem> = ['published', 'date', (item) => item.publishedAt ?? item.updatedAt];
const UPDATED: Reader<FeedItem> = ['updated', 'date', (item) => item.updatedAt ?? item.publishedAt];

/** feedparser's assertions on values that our model has; the others are counted by the caller. */
export function expectFeedparser(expected: Record<string, unknown>): { checks: Check[]; outside: number } {
  const assertions = (expected.assertions ?? []) as readonly Assertion[];
  const wanted = assertions.filter(({ path }) => path[0] !== 'bozo');
  const checks = wanted.flatMap((assertion) => toCheck(assertion) ?? []);
  return { checks, outside: wanted.length - checks.length };
}

function toCheck({ path, op, value }: Assertion): Check | null {
  if (op !== '==') return null;
  if (path[0] === 'feed') {
    const reader = FEED[path.slice(1).join('/')];
    return reader ? check(reader[0], reader[1], plain(value, reader[1]), reader[2]) : null;
  }
  const index = path[1];
  if (path[0] !== 'entries' || typeof index !== 'number') return null;
  const reader = itemReader(path.slice(2));
  if (!reader) return null;
  const [field, kind, read] = reader;
  return check(field, kind, plain(value, kind), (document) =>
    document.items[index] ? read(document.items[index]) : null,
  );
}

function itemReader(path: readonly (string | number)[]): Reader<FeedItem> | undefined {
  const [name, index, part] = path;
  const joined = path.join('/');
  if (/^(?:published|issued|created)(?:_parsed)?$/.test(joined)) return PUBLISHED;
  if (/^(?:updated|modified)(?:_parsed)?$/.test(joined)) return UPDATED;
  if (typeof index !== 'number') return ITEM[joined];
  if (name === 'tags' && part === 'term') return ['categories', 'text', (item) => item.categories[index]];
  if (name === 'authors' && part === 'name') return ['authors', 'person', (item) => item.authors[index]];
  if (name === 'enclosures' && part === 'type')
    return ['enclosures', 'text', (item) => item.enclosures[index]?.type];
  if (name === 'enclosures' && part === 'length')
    return ['enclosures', 'text', (item) => item.enclosures[index]?.length];
  if (name === 'enclosures') return ['enclosures', 'url', (item) => item.enclosures[index]?.url];
  return ITEM[joined];
}

/** A time tuple as a date. */
function plain(value: unknown, kind: Kind): unknown {
  if (kind === 'date' && Array.isArray(value)) {
    const [year, month, day, hour, minute, second] = value as number[];
    return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)).toISOString();
  }
  return value;
}
