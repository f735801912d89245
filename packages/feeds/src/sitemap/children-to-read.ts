import type { FeedChild } from '@aftermath/core';

/**
 * Which sitemaps of an index to look at for what is new, the likeliest first: those named after news, then those
 * changed last. An index of a large site has hundreds, of which one changes.
 */
export function childrenToRead(children: readonly FeedChild[], countMax: number): FeedChild[] {
  const rank = ({ url }: FeedChild): number => (/news|noticia|google/i.test(pathOf(url)) ? 0 : 1);
  return [...children]
    .sort((a, b) => rank(a) - rank(b) || compare(b.updatedAt ?? '', a.updatedAt ?? ''))
    .slice(0, countMax);
}

/** The host may be called news-something: that says nothing of the sitemap. */
function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*/i, '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
