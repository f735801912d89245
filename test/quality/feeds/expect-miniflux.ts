import type { FeedDocument, FeedItem } from '@aftermath/core';
import { plainText } from '@aftermath/feeds';
import type { Case } from './case.ts';
import { type Check, check } from './check.ts';

interface Assertion {
  readonly path: readonly (string | number)[];
  readonly op: string;
  readonly value?: unknown;
}

/** miniflux's assertions; where it fills in for what is absent, ours is read with the same filling. */
export function expectMiniflux(row: Case): { checks: Check[]; outside: number } {
  const assertions = (row.expected.assertions ?? []) as readonly Assertion[];
  const checks = assertions.flatMap((assertion) => toCheck(assertion, row.base_url ?? null) ?? []);
  return { checks, outside: assertions.length - checks.length };
}

function toCheck({ path, op, value }: Assertion, url: string | null): Check | null {
  const [head, index, name, ...rest] = path;
  if (typeof index !== 'number') return feedCheck(String(head), op, value, url);
  const of = (read: (item: FeedItem, document: FeedDocument) => unknown) => (document: FeedDocument) => {
    const item = document.items[index];
    return item ? read(item, document) : null;
  };
  if (op === 'len==' && name === 'Enclosures')
    return check(
      'enclosures',
      'list',
      value,
      of((item) => item.enclosures.length),
    );
  if (op === 'len==' && name === 'Tags')
    return check(
      'categories',
      'list',
      value,
      of((item) => item.categories.length),
    );
  if (name === 'Enclosures') return enclosureCheck(value, Number(rest[0]), String(rest[1]), of);
  switch (name) {
    case 'URL':
      return check(
        'link',
        'url',
        value,
        of((item, document) => item.link ?? document.link ?? url),
      );
    case 'Title':
      return check(
        'title',
        'html',
        value,
        of((item) => item.title ?? (plainText(item.content ?? item.summary ?? '') || item.link)),
      );
    case 'Content':
      return check(
        'content',
        'html',
        value,
        of((item) => item.content ?? item.summary),
      );
    case 'Author':
      return check(
        'authors',
        'person',
        value,
        of((item) => [...item.authors].sort().join(', ')),
      );
    case 'Date':
      return check(
        'published',
        'date',
        value,
        of((item) => item.publishedAt ?? item.updatedAt),
      );
    default:
      return null;
  }
}

function feedCheck(head: string, op: string, value: unknown, url: string | null): Check | null {
  if (head === 'Entries' && op === 'len==')
    return check('items', 'list', value, (document) => document.items.length);
  switch (head) {
    case 'Title':
      return check('feed title', 'html', value, (document) =>
        document.title === null ? [document.link, url] : document.title,
      );
    case 'SiteURL':
      return check('feed link', 'url', value, (document) => document.link ?? url);
    case 'Description':
      return check('feed description', 'html', value, (document) => document.description);
    case 'Language':
      return check('feed language', 'text', value, (document) => document.language);
    default:
      return null;
  }
}

function enclosureCheck(
  value: unknown,
  at: number,
  part: string,
  of: (read: (item: FeedItem) => unknown) => (document: FeedDocument) => unknown,
): Check | null {
  if (part === 'URL')
    return check(
      'enclosures',
      'url',
      value,
      of((item) => item.enclosures[at]?.url),
    );
  if (part === 'MimeType')
    return check(
      'enclosures',
      'text',
      value,
      of((item) => item.enclosures[at]?.type),
    );
  if (part === 'Size')
    return check(
      'enclosures',
      'list',
      value,
      of((item) => item.enclosures[at]?.length),
    );
  return null;
}
