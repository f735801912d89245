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
