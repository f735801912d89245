import type { FeedDocument, FeedItem } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { reportSource } from './source-report.ts';

const now = new Date('2026-03-10T12:00:00Z');

function item(changes: Partial<FeedItem> = {}): FeedItem {
  return {
    id: 'a',
    title: 'Title',
    link: 'https://example.org/a',
    publishedAt: '2026-03-10T10:00:00.000Z',
    updatedAt: null,
    authors: [],
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    problems: [],
    ...changes,
  };
}

function report(items: readonly FeedItem[], changes: Partial<FeedDocument> = {}) {
  const feed: FeedDocument = {
    format: 'rss',
    title: 'News &amp; more',
    link: null,
    description: null,
    language: 'es',
    updatedAt: null,
    refreshIntervalMs: null,
    skipHours: [],
    items,
    children: [],
    problems: [],
    ...changes,
  };
  return reportSource(feed, now);
}

const codes = (...args: Parameters<typeof report>) =>
  report(...args).problems.map(({ level, code, items }) => [level, code, items]);

describe('reportSource', () => {
  it('says what a feed gives', () => {
    const items = Array.from({ length: 12 }, (_, day) =>
      item({
        id: String(day),
        publishedAt: new Date(now.getTime() - day * 86_400_000 - 3_600_000).toISOString(),
        content: day < 3 ? `<p>${'Whole text. '.repeat(200)}</p>` : 'Only the start…',
      }),
    );
    expect(report(items)).toMatchObject({
      format: 'rss',
      items: 12,
      dated: 12,
      newest: '2026-03-10T11:00:00.000Z',
      oldest: '2026-02-27T11:00:00.000Z',
      updatesPerDay: expect.closeTo(1.1, 1),
      silenceHours: 48,
      fullText: 3,
      problems: [],
    });
  });

  it.each<[string, Parameters<typeof report>, (string | number | null)[]]>([
    ['has no items', [[]], ['error', 'no-items', null]],
    ['gives no dates', [[item({ publishedAt: null })]], ['warning', 'item-without-date', 1]],
    [
      'gives dates to come',
      [[item({ publishedAt: '2099-01-01T00:00:00.000Z' })]],
      ['warning', 'item-in-future', 1],
    ],
    ['gives an id twice', [[item(), item(), item()]], ['warning', 'id-repeated', 2]],
    ['gives no ids', [[item({ id: null })]], ['note', 'item-without-id', 1]],
    ['gives no titles', [[item({ title: null })]], ['warning', 'item-without-title', 1]],
    ['is old', [[item({ publishedAt: '2025-03-10T10:00:00.000Z' })]], ['warning', 'silent', null]],
    ['asks for patience', [[item()], { refreshIntervalMs: 86_400_000 }], ['note', 'asks-for-patience', null]],
    ['asks for hours of rest', [[item()], { skipHours: [1] }], ['note', 'skip-hours', null]],
    [
      'was mended',
      [[item()], { problems: [{ code: 'xml-truncated', message: 'cut' }] }],
      ['warning', 'xml-truncated', null],
    ],
    [
      'has items that were mended',
      [[item({ problems: [{ code: 'no-link', message: 'x' }] })]],
      ['warning', 'no-link', 1],
    ],
  ])('tells of a feed that %s', (_what, args, expected) => {
    expect(codes(...args)).toEqual([expected]);
  });
});
