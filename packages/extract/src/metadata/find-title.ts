import type { PageTree } from '../page/page-tree.ts';
import { normalLine } from '../text/normal-text.ts';
import type { JsonLdArticle } from './json-ld.ts';
import { type MetaTags, metaValue } from './meta-tags.ts';

const SEPARATOR = /\s+(?:[|·•»›—–-]|::)\s+/;

/** The article's headline, without the site's name that many append to it. */
export function findTitle(
  page: PageTree,
  tags: MetaTags,
  jsonLd: JsonLdArticle | null,
  siteName: string | null,
): string | null {
  const heading = onlyHeading(page);
  const declared = [
    metaValue(tags, ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'headline']),
    jsonLd?.headline ?? null,
    page.querySelector('title')?.textContent ?? null,
  ].map((title) => normalLine(title ?? ''));
  // What readers see at the top is the headline where the page's own data says the same, perhaps with more.
  if (heading !== null && declared.some((title) => title !== '' && saysHeading(title, heading)))
    return heading;
  const [title] = declared.filter((candidate) => candidate !== '');
  if (title === undefined) return heading;
  return withoutSite(title, siteName);
}

function onlyHeading(page: PageTree): string | null {
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => normalLine(heading.textContent ?? ''))
    .filter((text) => text !== '');
  return headings.length === 1 ? (headings[0] ?? null) : null;
}

function saysHeading(title: string, heading: string): boolean {
  const [a, b] = [fold(title), fold(heading)];
  return b.length > 10 && a.includes(b);
}

function withoutSite(title: string, siteName: string | null): string {
  const parts = title.split(SEPARATOR);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return title;
  const site = fold(siteName ?? '');
  const isSite = site !== '' ? site.includes(fold(last)) || fold(last).includes(site) : wordCount(last) <= 3;
  const rest = title
    .slice(0, title.lastIndexOf(last))
    .replace(/\s+\S+\s*$/, '')
    .trim();
  return isSite && wordCount(rest) >= 3 ? rest : title;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
