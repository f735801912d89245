import type { PageTree } from '../page/page-tree.ts';
import { type MetaTags, metaValue } from './meta-tags.ts';

/** Names of the same site for other devices. */
const VARIANT = /^(?:www\d?|m|mobile|amp|movil|touch|edition)\./;

/** Those who print other papers' articles whole and name the original's address. */
const SYNDICATORS = /(?:^|\.)(?:yahoo\.com|msn\.com|newsbreak\.com|smartnews\.com|flipboard\.com)$/;

/**
 * The address that the page gives as its own, when that is credible: of the same site or, on a site that prints
 * others' articles, of theirs, and not a home page (a mistake of many templates). Null otherwise.
 *
 * @param url the address the page was fetched from
 */
export function findCanonicalUrl(page: PageTree, tags: MetaTags, url: string): string | null {
  const candidates = [
    page.querySelector('link[rel="canonical" i]')?.getAttribute('href'),
    metaValue(tags, ['og:url']),
  ];
  const here = parse(url, undefined);
  if (here === null) return null;
  const base = parse(page.querySelector('base[href]')?.getAttribute('href') ?? '', here.href) ?? here;
  for (const candidate of candidates) {
    const canonical = candidate ? parse(candidate.trim(), base.href) : null;
    if (canonical !== null && isCredible(canonical, here) && !isHome(canonical, here)) {
      canonical.hash = '';
      return canonical.href;
    }
  }
  return null;
}

function parse(url: string, base: string | undefined): URL | null {
  if (!URL.canParse(url, base)) return null;
  const parsed = new URL(url, base);
  return /^https?:$/.test(parsed.protocol) && parsed.username === '' ? parsed : null;
}

function isCredible(canonical: URL, here: URL): boolean {
  return isSameSite(canonical, here) || SYNDICATORS.test(here.hostname);
}

function isSameSite(a: URL, b: URL): boolean {
  const [first, second] = [a, b].map(({ hostname }) => hostname.replace(VARIANT, '')) as [string, string];
  if (first === second) return true;
  // A bare suffix such as co.uk is no site.
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return long.endsWith(`.${short}`) && !/^(?:\w{2,3}\.)?\w{2}$/.test(short);
}

function isHome(canonical: URL, here: URL): boolean {
  return canonical.pathname === '/' && canonical.search === '' && here.pathname + here.search !== '/';
}
