import { extractArticle } from '@aftermath/extract';
import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { readSampleData } from './sample-data.ts';

const sources = readSampleData();
const site = { sources, anchor: new Date('2026-01-05T00:00:00Z'), baseUrl: 'http://127.0.0.1:1' };
const end = new Date('2026-01-19T00:00:00Z');

describe('the pages of the sample', () => {
  it.each(sources.map((source) => [source.id, source] as const))(
    '%s: give back the article and nothing else',
    (_, source) => {
      for (const { slug, title, text, correction } of source.articles) {
        const path = `/articles/${slug}`;
        const { body, contentType } = answer(path, site, end);
        const article = extractArticle(body, { url: site.baseUrl + path, contentType });
        expect(article).toMatchObject({
          title: correction?.title ?? title,
          lang: source.lang,
          canonicalUrl: site.baseUrl + path,
        });
        expect(article.text.split(/\s+/)).toEqual((correction?.text ?? text).trim().split(/\s+/));
      }
    },
  );
});
