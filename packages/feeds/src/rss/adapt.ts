import type { FeedDocument, FeedFormat } from '@aftermath/core';
import { baseOf } from '../model/base-of.ts';
import { buildItem, firstLink, type ItemDraft, inheritable } from '../model/build-item.ts';
import type { FeedContext } from '../model/context.ts';
import { DateReader } from '../model/dates.ts';
import { languageTag } from '../model/language-tag.ts';
import { toModelText } from '../model/markup.ts';
import { noteItemCap } from '../model/note-item-cap.ts';
import { isWebUrl } from '../model/resolve-url.ts';
import { refreshIntervalMs, skipHours } from '../model/rhythm.ts';
import type { RssFeed, RssItem } from './wire.ts';

/** RSS to the model. Items without authors or categories of their own have the channel's. */
export function adaptRss(feed: RssFeed, context: FeedContext, format: FeedFormat = 'rss'): FeedDocument {
  const { problems } = context;
  const siteLink = feed.links[0] ?? null;
  const base = baseOf({ xmlBase: feed.base, url: context.url, selfLink: feed.selfLink, siteLink });
  const link = firstLink(feed.links, base, problems);
  const inherited = { authors: inheritable(feed.authors), categories: inheritable(feed.categories) };
  const dates = new DateReader(context.now, feed.language ?? context.language);
  noteItemCap(feed.itemCount, problems);
  const items = feed.items
    .filter((item) => !item.cut || item.links.length > 0 || item.guid !== null || item.about !== null)
    .map((item) => buildItem(toDraft(item, inherited, base), dates));
  return {
    format,
    title: toModelText(feed.title, base),
    link,
    description: toModelText(feed.description, base),
    language: languageTag(feed.language),
    updatedAt: dates.first(feed.updated, 'updated', problems),
    refreshIntervalMs: refreshIntervalMs(feed.rhythm),
    skipHours: skipHours(feed.rhythm),
    items,
    children: [],
    problems: problems.list(),
  };
}

function toDraft(
  item: RssItem,
  feed: Pick<RssFeed, 'authors' | 'categories'>,
  feedBase: string | null,
): ItemDraft {
  const { guid, about } = item;
  const guidLink = guid?.permaLink && /^(?:https?:\/\/|\/)\S+$/i.test(guid.value) ? guid.value : null;
  return {
    id: guid?.value ?? about,
    title: item.title,
    links: [...item.links, item.originalLink, guidLink, isWebUrl(about) ? about : null],
    published: item.published,
    updated: item.updated,
    authors: item.authors.length > 0 ? item.authors : feed.authors,
    summary: item.description,
    content: item.content,
    categories: item.categories.length > 0 ? item.categories : feed.categories,
    enclosures: item.enclosures,
    base: item.base ?? feedBase,
    cut: item.cut,
  };
}
