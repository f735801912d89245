import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOpml } from './format-opml.ts';
import { parseOpml } from './parse-opml.ts';
import type { OpmlFeed } from './wire.ts';

const parse = (text: string) => parseOpml(new TextEncoder().encode(text));
const fixtures = path.join(import.meta.dirname, '__fixtures__');

describe('parseOpml', () => {
  it.each(readdirSync(fixtures).filter((file) => file.endsWith('.opml')))(
    'gives exactly what stands beside %s',
    async (name) => {
      const file = path.join(fixtures, name);
      const list = parseOpml(readFileSync(file));
      await expect(`${JSON.stringify(list, null, 2)}\n`).toMatchFileSnapshot(file.replace('.opml', '.json'));
    },
  );

  it.each([
    ['feed-empty', ''],
    ['feed-not-recognised', '<rss><channel/></rss>'],
    ['feed-not-recognised', 'hello'],
  ])('says %s of %j', (code, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code, kind: 'never' }));
  });

  it('reads what stands before a nesting of 10⁶ and in one', () => {
    const feed = '<outline text="f" xmlUrl="https://e.example/f"/>';
    const list = parse(`<opml><body>${feed}${'<outline text="x">'.repeat(1e6)}${feed}`);
    expect(list.feeds.length).toBeGreaterThan(0);
    expect(list.feeds[0]?.folders).toEqual([]);
    expect(list.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['xml-too-deep', 'xml-truncated']),
    );
  });
});

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .map((text) => text.replace(/[\s\p{C}]+/gu, ' ').trim())
  .filter((text) => text !== '');
const optional = (text: fc.Arbitrary<string>) => fc.option(text, { nil: null });
const feed: fc.Arbitrary<OpmlFeed> = fc.record({
  url: fc.webUrl({ withQueryParameters: true, withFragments: true }).map((url) => new URL(url).href),
  title: line,
  siteUrl: optional(fc.webUrl().map((url) => new URL(url).href)),
  description: optional(line),
  language: optional(fc.constantFrom('es', 'en-us')),
  folders: fc.array(line, { maxLength: 4 }),
  categories: fc.array(
    line.map((text) => text.replaceAll(',', ';')),
    { maxLength: 3 },
  ),
  country: optional(fc.constantFrom('CO', 'XX')),
  reliability: optional(fc.constantFrom('A', 'F')),
});

describe('formatOpml', () => {
  it('writes what parseOpml reads back, whatever titles and addresses hold', () => {
    fc.assert(
      fc.property(line, fc.array(feed, { maxLength: 8 }), (title, feeds) => {
        const list = parse(formatOpml(title, feeds));
        expect(list.title).toBe(title);
        const byFolder = (entries: readonly OpmlFeed[]) =>
          entries.map((entry) => JSON.stringify(entry)).sort();
        expect(byFolder(list.feeds)).toEqual(byFolder(feeds));
        expect(list.problems).toEqual([]);
      }),
    );
  });
});
