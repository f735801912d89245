import type { Source } from '@aftermath/core';
import { formatOpml, parseOpml } from '@aftermath/feeds';
import { describe, expect, it } from 'vitest';
import { feedsOf, sourcesOf } from './opml-sources.ts';

const DEFAULTS = { country: 'XX', lang: 'en', reliability: 'F' } as const;
const SOURCES: Source[] = [
  {
    kind: 'feed',
    title: 'La Gaceta',
    url: 'https://a.example/feed?a=1&b=2',
    country: 'CO',
    lang: 'es',
    reliability: 'B',
    verified: true,
  },
  {
    kind: 'feed',
    title: 'Bureau',
    url: 'https://b.example/rss',
    country: 'XX',
    lang: 'en',
    reliability: 'A',
    verified: false,
  },
  {
    kind: 'list',
    title: 'Decrees',
    url: 'https://c.example/',
    list: { items: 'li' },
    country: 'BR',
    lang: 'pt',
    reliability: 'A',
    verified: false,
  },
];

describe('sources as a list of subscriptions', () => {
  it('come back as they went, save list pages and what a person has seen', () => {
    const list = parseOpml(new TextEncoder().encode(formatOpml('Mine', feedsOf(SOURCES))));
    expect(list.feeds.map(({ folders }) => folders)).toEqual([['Colombia'], ['International']]);
    expect(sourcesOf(list.feeds, DEFAULTS)).toEqual(
      SOURCES.slice(0, 2).map(({ kind: _kind, verified: _verified, ...source }) => source),
    );
  });
});

describe('sourcesOf', () => {
  it.each([
    [{ title: null }, { title: 'f.example' }],
    [{ title: ' \u200b' }, { title: 'f.example' }],
    [{ title: `${'x'.repeat(199)}  y` }, { title: 'x'.repeat(199) }],
    [{ language: 'pt_BR' }, { lang: 'pt' }],
    [{ language: 'Spanish' }, { lang: 'en' }],
    [
      { country: 'Colombia', reliability: 'Z' },
      { country: 'XX', reliability: 'F' },
    ],
  ])('of a feed with %j takes %j', (feed, source) => {
    const bare = {
      url: 'https://f.example/rss',
      title: 'F',
      siteUrl: null,
      description: null,
      language: null,
    };
    const [made] = sourcesOf(
      [{ ...bare, folders: [], categories: [], country: null, reliability: null, ...feed }],
      DEFAULTS,
    );
    expect(made).toMatchObject(source);
  });
});
