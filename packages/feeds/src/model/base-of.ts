import { LIMITS } from '../limits.ts';
import { isWebUrl } from './resolve-url.ts';

/**
 * What relative addresses in a feed are relative to: xml:base; else where the feed was got, unless it names a
 * site elsewhere (feeds are often served by somebody else); else its own address.
 */
export function baseOf(feed: {
  readonly xmlBase: string | null;
  readonly url: string | null;
  readonly selfLink: string | null;
  readonly siteLink: string | null;
}): string | null {
  const base = widestBase(feed);
  return base === null ? null : shortBase(base);
}

/** Every relative address repeats its base: of a long one only the site is kept. */
export function shortBase(url: string): string | null {
  if (url.length <= LIMITS.baseCharsMax) return url;
  const withoutQuery = url.replace(/[?#].*$/s, '');
  if (withoutQuery.length <= LIMITS.baseCharsMax) return withoutQuery;
  const origin = originOf(url);
  return origin === null || origin.length > LIMITS.baseCharsMax ? null : `${origin}/`;
}

function widestBase(feed: Parameters<typeof baseOf>[0]): string | null {
  if (isWebUrl(feed.xmlBase)) return feed.xmlBase;
  const got = [feed.url, feed.selfLink].find(isWebUrl) ?? null;
  const site = isWebUrl(feed.siteLink) ? feed.siteLink : null;
  if (got === null || site === null) return got ?? site;
  return originOf(got) === originOf(site) ? got : site;
}

function originOf(url: string): string | null {
  try {
    return new URL(url).origin;
  } catch {
    return null;
  }
}
