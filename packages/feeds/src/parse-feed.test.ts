import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeedDocument, ListSelectors } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { FeedError } from './feed-error.ts';
import { isWhole } from './is-whole.ts';
import { parseListPage } from './list/parse-list-page.ts';
import { parseFeed } from './parse-feed.ts';

const OPTIONS = { url: 'https://news.example/feeds/all.xml', now: '2026-01-01T00:00:00Z' };

/**
 * A case is two files in some `__fixtures__`: the feed (`x.xml`, `x.feed`) and what it must give (`x.json`). A list
 * page (`x.html`) begins with its selectors, in a comment.
 */
const cases = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('__fixtures__') && /\.(?:xml|feed|html)$/.test(file))
  .sort();

function parseCase(file: string): FeedDocument {
  const bytes = readFileSync(file);
  if (!file.endsWith('.html')) return parseFeed(bytes, OPTIONS);
  const selectors = /^<!--(.*?)-->/s.exec(bytes.toString())?.[1] ?? '';
  return parseListPage(bytes, JSON.parse(selectors) as ListSelectors, OPTIONS);
}

describe('parseFeed', () => {
  it.each(cases)('gives exactly what stands beside %s', async (file) => {
    const feed = path.join(import.meta.dirname, file);
    const document = parseCase(feed);
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(
      feed.replace(/\.\w+$/, '.json'),
    );
  });

  it.each([
    ['feed-empty', '', /0 bytes/],
    ['feed-empty', ' \n\t', /nothing in them/],
    ['feed-is-html', '<!doctype html><html><head><title>Just a\n moment...</title>', /“Just a moment\.\.\.”/],
    ['feed-is-html', '<!-- x --><HTML><body>hi', /web page/],
    ['feed-is-html', '<html xmlns="http://www.w3.org/1999/xhtml"><rss><channel/></rss></html>', /web page/],
    ['feed-not-recognised', 'garbage', /starting with “garbage”/],
    ['feed-not-recognised', '<opml version="2.0"><head/></opml>', /root is <opml>/],
    ['feed-not-recognised', '{"items": "none"}', /no JSON Feed/],
    ['feed-not-recognised', '{"items": [', /no JSON Feed/],
  ])('says %s of %j', (code, text, message) => {
    const parse = () => parseFeed(new TextEncoder().encode(text));
    expect(parse).toThrow(FeedError);
    expect(parse).toThrow(
      expect.objectContaining({ code, kind: 'never', message: expect.stringMatching(message) }),
    );
  });

  it('refuses more bytes than a feed may have, without reading them', () => {
    expect(() => parseFeed(new Uint8Array(32 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'feed-too-large' }),
    );
  });

  it('takes the charset of the Content-Type over the one of the prolog', () => {
    const bytes = Uint8Array.from(
      Buffer.from(
        '<?xml version="1.0" encoding="windows-1252"?><rss><channel><title>\xd0</title></channel></rss>',
        'latin1',
      ),
    );
    expect(parseFeed(bytes, { contentType: 'text/xml; charset="koi8-r"' }).title).toBe('п');
    expect(parseFeed(bytes, { contentType: 'text/xml' }).title).toBe('Ð');
  });

  it('reads a day and month in figures by the source’s language when the feed says none', () => {
    const feed =
      '<rss><channel><item><link>https://e.example/1</link><pubDate>03/04/2025</pubDate></item></channel></rss>';
    const read = (language: string) => parseFeed(new TextEncoder().encode(feed), { language }).items[0];
    expect(read('es')?.publishedAt).toBe('2025-04-03T00:00:00.000Z');
    expect(read('en-US')?.publishedAt).toBe('2025-03-04T00:00:00.000Z');
    expect(read('en')).toMatchObject({ publishedAt: null, problems: [{}, { code: 'date-unreadable' }] });
  });

  it('flags no date as future when it is not told the time', () => {
    const feed =
      '<rss><channel><item><title>x</title><guid>https://e.example/1</guid><pubDate>1 Jan 2999 GMT</pubDate></item></channel></rss>';
    const [item] = parseFeed(new TextEncoder().encode(feed)).items;
    expect(item).toMatchObject({ publishedAt: '2999-01-01T00:00:00.000Z', problems: [] });
  });
});

describe('isWhole', () => {
  it.each([
    ['<rss><channel><title>x</title></channel></rss>', true],
    ['<rss><channel><title>x & y</titel></channel></rss>', true],
    ['<rss><channel><title>x</title></channel>', false],
    ['<rss><channel><title>x</title><item', false],
    ['{"version":"https://jsonfeed.org/version/1","items":[]}', true],
    ['{"version":"https://jsonfeed.org/version/1","items":[{}', false],
  ])('of %s is %s', (text, whole) => {
    expect(isWhole(parseFeed(new TextEncoder().encode(text)))).toBe(whole);
  });
});
