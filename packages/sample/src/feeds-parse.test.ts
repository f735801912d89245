import { parseFeed } from '@aftermath/feeds';
import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { feedPath } from './render-feed.ts';
import { readSampleData } from './sample-data.ts';

const site = {
  sources: readSampleData(),
  anchor: new Date('2026-01-05T00:00:00Z'),
  baseUrl: 'http://127.0.0.1:1',
};
const end = new Date('2026-01-19T00:00:00Z');

describe('the feeds of the sample', () => {
  it.each(site.sources.map((source) => [source.id, source] as const))(
    '%s parses without a problem',
    (_, source) => {
      const { body, contentType } = answer(feedPath(source), site, end);
      const feed = parseFeed(new TextEncoder().encode(body), { contentType });
      expect(feed).toMatchObject({ format: source.feed.format, title: source.title, problems: [] });
      expect(feed.language).toBe(source.lang);
      expect(feed.items.map(({ link }) => link).sort()).toEqual(
        source.articles.map(({ slug }) => `${site.baseUrl}/articles/${slug}`).sort(),
      );
      for (const item of feed.items) {
        expect(item.problems).toEqual([]);
        expect(item.publishedAt).toMatch(/^2026-01-\d\dT\d\d:\d\d:00(\.000)?Z$/);
        expect((item.content ?? '') !== '').toBe(source.feed.body === 'full');
      }
    },
  );
});
