import type { FeedDocument } from '@aftermath/core';
import { baseOf } from '../model/base-of.ts';
import { buildItem, firstLink, type ItemDraft, inheritable } from '../model/build-item.ts';
import type { FeedContext } from '../model/context.ts';
import { DateReader } from '../model/dates.ts';
import { languageTag } from '../model/language-tag.ts';
import { toModelText } from '../model/markup.ts';
import { noteItemCap } from '../model/note-item-cap.ts';
import { isWebUrl, resolveUrl } from '../model/resolve-url.ts';
import { refreshIntervalMs } from '../model/rhythm.ts';
import type { AtomEntry, AtomFeed, AtomLink } from './wire.ts';

/**
 * Atom to the model. Entries without authors have their source's, else the feed's (RFC 4287
 * §4.2.1); those without categories have the feed's.
 */
export function adaptAtom(feed: AtomFeed, context: FeedContext): FeedDocument {
  const { problems } = context;
  const selfLink = feed.links.find((link) => link.rel === 'self')?.href ?? null;
  const siteLink = feed.links.find((link) => link.rel === 'alternate')?.href ?? null;
  const base = baseOf({ xmlBase: feed.base, url: context.url, selfLink, siteLink });
  const link = firstLink(pageLinks(feed.links, base), base, problems);
  const inherited = { authors: inheritable(feed.authors), categories: inheritable(feed.categories) };
  const dates = new DateReader(context.now, feed.language ?? context.language);
  noteItemCap(feed.entryCount, problems);
  const items = feed.entries
    .filter((entry) => !entry.cut || entry.id !== null || entry.links.length > 0)
    .map((entry) => buildItem(toDraft(entry, inherited, base), dates));
  return {
    format: 'atom',
    title: toModelText(feed.title, base),
    link,
    description: toModelText(feed.subtitle, base),
    language: languageTag(feed.language),
    updatedAt: dates.first(feed.updated, 'updated', problems),
    refreshIntervalMs: refreshIntervalMs(feed.rhythm),
    skipHours: [],
    items,
    children: [],
    problems: problems.list(),
  };
}

function toDraft(
  entry: AtomEntry,
  feed: Pick<AtomFeed, 'authors' | 'categories'>,
  feedBase: string | null,
): ItemDraft {
  const base = entry.base ?? feedBase;
  const authors =
    [entry.authors, entry.sourceAuthors, feed.authors].find((people) => people.length > 0) ?? [];
  const enclosed = entry.links.filter((link) => link.rel === 'enclosure');
  return {
    id: entry.id?.startsWith('/') ? resolveUrl(entry.id, base) : entry.id,
    title: entry.title,
    links: [...pageLinks(entry.links, base), entry.originalLink, isWebUrl(entry.id) ? entry.id : null],
    published: entry.published,
    updated: entry.updated,
    authors,
    summary: entry.summary,
    content: entry.content,
    categories: entry.categories.length > 0 ? entry.categories : feed.categories,
    enclosures: [
      ...enclosed.map((link) => ({ ...link, url: resolveUrl(link.href, link.base ?? base) })),
      ...entry.media,
    ],
    base,
    cut: entry.cut,
  };
}

/** Links to a page, best first: HTML alternates, then other alternates, each against its own base. */
function pageLinks(links: readonly AtomLink[], base: string | null): (string | null)[] {
  const alternates = links.filter((link) => link.rel === 'alternate');
  const html = alternates.filter((link) => link.type === null || /html/i.test(link.type));
  return [...html, ...alternates].map((link) => resolveUrl(link.href, link.base ?? base) ?? link.href);
}
