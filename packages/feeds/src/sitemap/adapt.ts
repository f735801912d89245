import type { FeedChild, FeedDocument } from '@aftermath/core';
import { decodeHTMLAttribute } from 'entities';
import { parseDate } from '../dates/parse-date.ts';
import { LIMITS } from '../limits.ts';
import { baseOf } from '../model/base-of.ts';
import { buildItem, type ItemDraft } from '../model/build-item.ts';
import type { FeedContext } from '../model/context.ts';
import { DateReader } from '../model/dates.ts';
import { languageTag } from '../model/language-tag.ts';
import { resolveWebUrl } from '../model/resolve-url.ts';
import type { Problems } from '../problems.ts';
import type { Sitemap, SitemapEntry } from './wire.ts';

/**
 * A sitemap to the model: its addresses are items, with the title and date of Google's news extension where that
 * is; those of an index are children.
 */
export function adaptSitemap(sitemap: Sitemap, context: FeedContext): FeedDocument {
  const { problems } = context;
  const base = baseOf({ xmlBase: sitemap.base, url: context.url, selfLink: null, siteLink: null });
  const language = sitemap.entries.find((entry) => entry.language !== null)?.language ?? null;
  const dates = new DateReader(context.now, language ?? context.language);
  const entries = newest(
    sitemap.entries.filter(({ cut, loc }) => !cut || loc !== null),
    problems,
  );
  return {
    format: 'sitemap',
    title: sitemap.entries.find((entry) => entry.publication !== null)?.publication ?? null,
    link: null,
    description: null,
    language: languageTag(language),
    updatedAt: null,
    refreshIntervalMs: null,
    skipHours: [],
    items: sitemap.isIndex ? [] : entries.map((entry) => buildItem(toDraft(entry, base), dates)),
    children: sitemap.isIndex ? entries.flatMap((entry) => toChild(entry, base, problems)) : [],
    problems: problems.list(),
  };
}

/** Unlike feeds, sitemaps have no order: where there are too many, the newest are kept, as they say themselves. */
function newest(entries: readonly SitemapEntry[], problems: Problems): readonly SitemapEntry[] {
  if (entries.length <= LIMITS.itemsMax) return entries;
  problems.add('too-many-items', `${entries.length} entries; the newest ${LIMITS.itemsMax} were read`);
  return entries
    .map((entry) => ({ entry, date: firstDate([...entry.published, ...entry.modified]) ?? '' }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, LIMITS.itemsMax)
    .map(({ entry }) => entry);
}

function toDraft(entry: SitemapEntry, base: string | null): ItemDraft {
  return {
    id: null,
    title: entry.title === null ? null : { value: decodeHTMLAttribute(entry.title), html: false, base: null },
    links: [entry.loc],
    published: entry.published,
    updated: entry.modified,
    authors: [],
    summary: null,
    content: null,
    categories: entry.keywords,
    enclosures: entry.images.map((url) => ({ url, type: 'image/*', length: null })),
    base,
    cut: entry.cut,
  };
}

function toChild({ loc, modified }: SitemapEntry, base: string | null, problems: Problems): FeedChild[] {
  const url = resolveWebUrl(loc, base);
  if (url === null) problems.add('link-unsafe', 'a sitemap without an http or https address was dropped');
  return url === null ? [] : [{ url, updatedAt: firstDate(modified) }];
}

function firstDate(texts: readonly string[]): string | null {
  return texts.map((text) => parseDate(text)).find((date) => date !== null) ?? null;
}
