import type { FeedDocument, FeedItem } from '@aftermath/core';
import { LIMITS } from '../limits.ts';
import { shortBase } from '../model/base-of.ts';
import { buildItem, type ItemDraft } from '../model/build-item.ts';
import type { FeedContext } from '../model/context.ts';
import { DateReader } from '../model/dates.ts';
import { languageTag } from '../model/language-tag.ts';
import { resolveWebUrl } from '../model/resolve-url.ts';
import type { ListItem, ListPage } from './wire.ts';

/** A list page to the model. An article shown twice (its picture, then its headline) is one item. */
export function adaptList(page: ListPage, context: FeedContext): FeedDocument {
  const { problems } = context;
  const url = resolveWebUrl(page.base, context.url) ?? context.url;
  const base = url === null ? null : shortBase(url);
  const dates = new DateReader(context.now, page.language ?? context.language);
  if (page.itemCount > LIMITS.listItemsMax)
    problems.add('too-many-items', `${page.itemCount} items; the first ${LIMITS.listItemsMax} were read`);
  const items = page.items.map((item) => buildItem(toDraft(item, base), dates));
  return {
    format: 'list',
    title: page.title,
    link: resolveWebUrl(context.url, null),
    description: page.description,
    language: languageTag(page.language),
    updatedAt: null,
    refreshIntervalMs: null,
    skipHours: [],
    items: withoutRepeats(items),
    children: [],
    problems: problems.list(),
  };
}

function toDraft(item: ListItem, base: string | null): ItemDraft {
  const text = (value: string | null) => (value === null ? null : { value, html: false, base: null });
  return {
    id: null,
    title: text(item.title),
    links: [item.link],
    published: item.dates,
    updated: [],
    authors: [],
    summary: text(item.summary),
    content: null,
    categories: [],
    enclosures: [],
    base,
    cut: false,
  };
}

/** Of items with one link the first that has a title. */
function withoutRepeats(items: readonly FeedItem[]): FeedItem[] {
  const best = new Map<string, FeedItem>();
  for (const item of items) {
    if (item.link !== null && (best.get(item.link)?.title ?? null) === null) best.set(item.link, item);
  }
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (item.link === null) return [item];
    if (seen.has(item.link)) return [];
    seen.add(item.link);
    return best.get(item.link) ?? [];
  });
}
