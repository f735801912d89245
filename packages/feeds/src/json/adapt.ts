import type { FeedDocument } from '@aftermath/core';
import { baseOf } from '../model/base-of.ts';
import { buildItem, firstLink, type ItemDraft, inheritable } from '../model/build-item.ts';
import type { FeedContext } from '../model/context.ts';
import { DateReader } from '../model/dates.ts';
import { languageTag } from '../model/language-tag.ts';
import type { Markup } from '../model/markup.ts';
import { isWebUrl } from '../model/resolve-url.ts';
import type { JsonAuthor, JsonFeed, JsonItem } from './wire.ts';

/** JSON Feed to the model. */
export function adaptJson(feed: JsonFeed, context: FeedContext): FeedDocument {
  const { problems } = context;
  const base = baseOf({
    xmlBase: null,
    url: context.url,
    selfLink: feed.feed_url,
    siteLink: feed.home_page_url,
  });
  const link = firstLink([feed.home_page_url], base, problems);
  const dates = new DateReader(context.now, feed.language ?? context.language);
  const feedAuthors = inheritable(names(feed.authors, feed.author));
  return {
    format: 'json',
    title: feed.title,
    link,
    description: feed.description,
    language: languageTag(feed.language),
    updatedAt: null,
    refreshIntervalMs: null,
    skipHours: [],
    items: feed.items.map((item) => buildItem(toDraft(item, feedAuthors, base), dates)),
    children: [],
    problems: problems.list(),
  };
}

function toDraft(item: JsonItem, feedAuthors: readonly string[], base: string | null): ItemDraft {
  const authors = names(item.authors, item.author);
  return {
    id: item.id,
    title: text(item.title),
    links: [item.url, item.external_url, isWebUrl(item.id) ? item.id : null],
    published: [item.date_published],
    updated: [item.date_modified],
    authors: authors.length > 0 ? authors : feedAuthors,
    summary: text(item.summary),
    content:
      item.content_html === null
        ? text(item.content_text)
        : { value: item.content_html, html: true, base: null },
    categories: item.tags,
    enclosures: item.attachments.map((file) => ({
      url: file.url,
      type: file.mime_type,
      length: file.size_in_bytes,
    })),
    base,
    cut: false,
  };
}

function text(value: string | null): Markup | null {
  return value === null ? null : { value, html: false, base: null };
}

/** 1.1's list, and 1.0's single author where it isn't in it. */
function names(authors: readonly JsonAuthor[], author: JsonAuthor | null | undefined): string[] {
  return [...authors, ...(author ? [author] : [])].flatMap((person) => person.name ?? []);
}
