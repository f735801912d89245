import { describe, expect, it } from 'vitest';
import { guessFeeds, sitemapsOf } from './guess-feeds.ts';

describe('guessFeeds', () => {
  it('looks in the section first, then in the whole site, each place once', () => {
    const urls = guessFeeds('https://news.example/mundo?x=1#y').map(({ url }) => url);
    expect(urls[0]).toBe('https://news.example/mundo/feed/');
    expect(urls).toContain('https://news.example/feed/');
    expect(urls).toContain('https://news.example/news-sitemap.xml');
    expect(new Set(urls).size).toBe(urls.length);
    expect(guessFeeds('https://news.example').length).toBeLessThan(urls.length);
  });

  it('guesses nothing of what is no web address', () => {
    expect(guessFeeds('ftp://news.example/')).toEqual([]);
    expect(guessFeeds('https://')).toEqual([]);
  });
});

describe('sitemapsOf', () => {
  it('reads the lines of a robots.txt that name one', () => {
    const robots = `User-agent: *\nDisallow: /x\nSitemap: https://a.example/s.xml\r\n sitemap:https://a.example/n.xml # news
Sitemap: /relative.xml\n# Sitemap: https://a.example/no.xml\nSitemap: https://a.example/s.xml`;
    expect(sitemapsOf(robots).map(({ url }) => url)).toEqual([
      'https://a.example/s.xml',
      'https://a.example/n.xml',
    ]);
  });
});
