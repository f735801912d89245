import type { FeedChild } from '@aftermath/core';
import { expect, it } from 'vitest';
import { childrenToRead } from './children-to-read.ts';

const child = (name: string, updatedAt: string | null = null): FeedChild => ({
  url: `https://news.example/${name}`,
  updatedAt,
});

it.each<[string, FeedChild[], number, string[]]>([
  ['none of none', [], 3, []],
  ['those changed last', [child('a', '2025-01-01'), child('b', '2025-03-01'), child('c')], 2, ['b', 'a']],
  ['the news before them', [child('a', '2025-03-01'), child('news-sitemap.xml')], 1, ['news-sitemap.xml']],
  ['the first where no date tells', [child('a'), child('b'), child('c')], 2, ['a', 'b']],
])('childrenToRead takes %s', (_what, children, countMax, names) => {
  expect(childrenToRead(children, countMax)).toEqual(
    names.map((name) => expect.objectContaining({ url: `https://news.example/${name}` })),
  );
});
