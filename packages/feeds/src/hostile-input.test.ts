import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { parseFeed } from './parse-feed.ts';

const ITEM = '<item><title>t</title><link>https://e.example/1</link></item>';
const rss = (inside: string): string => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const parse = (text: string) => parseFeed(new TextEncoder().encode(text));
const codes = (text: string) => parse(text).problems.map(({ code }) => code);

describe('hostile input', () => {
  it.each([
    ['10⁶ nested tags', () => rss('<a>'.repeat(1e6) + '</a>'.repeat(1e6) + ITEM), 'xml-too-deep', 1],
    ['10⁶ nested tags, none closed', () => `<rss><channel>${ITEM}${'<a>'.repeat(1e6)}`, 'xml-truncated', 1],
    [
      '10⁶ stray end tags under an open stack',
      () => rss('<a>'.repeat(200) + '</b>'.repeat(1e6)),
      'xml-mismatched-tag',
      0,
    ],
    ['10⁶ empty elements', () => rss(ITEM + '<a/>'.repeat(1e6)), 'xml-too-many-elements', 1],
    [
      '10⁶ attributes',
      () => rss(`<a ${Array.from({ length: 1e6 }, (_, i) => `a${i}="v"`).join(' ')}/>${ITEM}`),
      'xml-too-many-attributes',
      1,
    ],
    [
      '10⁶ numeric references',
      () => rss(`<title>${'&#65;'.repeat(1.8e6)}</title>${ITEM}`),
      'text-too-long',
      1,
    ],
    ['10⁷ bare ampersands', () => rss(`<title>${'&'.repeat(1e7)}</title>${ITEM}`), 'text-too-long', 1],
    ['10⁶ unclosed comments', () => rss(ITEM + '<!--'.repeat(1e6)), 'xml-truncated', 1],
    ['10⁵ items', () => rss(ITEM.repeat(1e5)), 'too-many-items', LIMITS.itemsMax],
    ['10⁶ JSON items', () => `{"items":[${'{},'.repeat(1e6)}{}]}`, 'too-many-items', LIMITS.itemsMax],
  ])('%s cost a problem, not the feed', (_name, make, code, items) => {
    const feed = parse(make());
    expect(feed.problems.map((problem) => problem.code)).toContain(code);
    expect(feed.items).toHaveLength(items);
  });

  it.each([
    ['arrays', () => `{"items":${'['.repeat(1e7)}`],
    ['a doctype', () => `<!DOCTYPE rss [${'['.repeat(1e7)}`],
    ['objects', () => `{"version":"https://jsonfeed.org/version/1","items":[${'{"a":'.repeat(1e6)}`],
  ])('an endless nesting of %s is no feed', (_name, make) => {
    expect(() => parse(make())).toThrow(expect.objectContaining({ code: 'feed-not-recognised' }));
  });

  it('expands no entity that refers to another', () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
      '',
    );
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "boom">${levels}]>${rss('<title>&e9;</title>')}`;
    expect(parse(bomb).title).toBe('&e9;');
  });

  it('expands flat entities within a budget only', () => {
    const feed = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(1000)}">]>${rss(`<title>${'&a;'.repeat(10_000)}</title>`)}`;
    expect(parse(feed).title?.replaceAll('&a;', '')).toHaveLength(65_000);
  });

  it('reads no file and no address that an entity names', () => {
    const feed = `<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hosts">]>${rss('<title>[&f;]</title>')}`;
    expect(parse(feed).title).toBe('[&f;]');
  });

  it('takes names of Object’s own parts for names', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'];
    const xml = rss(names.map((name) => `<${name} ${name}="x">y</${name}>`).join('') + ITEM);
    const json = `{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":1},"items":[{"id":"1","__proto__":{"polluted":1}}]}`;
    expect(parse(xml).items).toHaveLength(1);
    expect(parse(json).items[0]).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('polluted');
  });

  it('gives no text that a database refuses', () => {
    const feed = parse(rss('<title>a&#0;b\u0000c&#xD800;d\uFFFEe&#8;f</title>'));
    expect(feed.title).toMatch(/^[^\p{Cs}]*$/u);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must be absent
    expect(feed.title).not.toMatch(/[\u0000-\u0008]/);
  });

  it('names a problem once, however often it is met', () => {
    expect(codes(rss('<a></b>'.repeat(1000)))).toEqual(['xml-mismatched-tag', 'xml-too-deep']);
  });
});
