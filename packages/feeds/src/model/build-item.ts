import type { FeedEnclosure, FeedItem } from '@aftermath/core';
import { LIMITS } from '../limits.ts';
import { Problems } from '../problems.ts';
import type { DateReader } from './dates.ts';
import { type Markup, toModelText } from './markup.ts';
import { personName } from './person-name.ts';
import { resolveWebUrl } from './resolve-url.ts';

/** An item in the words of the model, its values still as the wire had them. */
export interface ItemDraft {
  readonly id: string | null;
  readonly title: Markup | null;
  /** Candidates, the best one first. */
  readonly links: readonly (string | null)[];
  readonly published: readonly (string | null)[];
  readonly updated: readonly (string | null)[];
  readonly authors: readonly string[];
  readonly summary: Markup | null;
  readonly content: Markup | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly EnclosureDraft[];
  readonly base: string | null;
  /** The document ended inside this item. */
  readonly cut: boolean;
}

export interface EnclosureDraft {
  readonly url: string | null;
  readonly type: string | null;
  readonly length: string | null;
}

/** The model's item: addresses resolved, dates read, lists without repeats, problems noted. */
export function buildItem(draft: ItemDraft, dates: DateReader): FeedItem {
  const problems = new Problems();
  if (draft.cut) problems.add('item-truncated', 'the document ends inside this item');
  const title = toModelText(draft.title, draft.base);
  const link = firstLink(draft.links, draft.base, problems);
  const summary = toModelText(draft.summary, draft.base);
  const content = toModelText(draft.content, draft.base);
  if (link === null && draft.id === null) problems.add('item-without-identity', 'neither a link nor an id');
  else if (link === null) problems.add('item-without-link', 'an id, but no link to a page');
  if (title === null && summary === null && content === null)
    problems.add('item-without-text', 'no title, no text');
  return {
    id: draft.id,
    title,
    link,
    publishedAt: dates.first(draft.published, 'published', problems),
    updatedAt: dates.first(draft.updated, 'updated', problems),
    authors: distinct(draft.authors.flatMap((author) => personName(author) ?? [])),
    summary,
    content,
    categories: distinct(draft.categories.map((category) => category.trim()).filter(Boolean)),
    enclosures: buildEnclosures(draft),
    problems: problems.list(),
  };
}

/** The first reference that is the address of a page: absolute, http or https. */
export function firstLink(
  links: readonly (string | null)[],
  base: string | null,
  problems: Problems,
): string | null {
  for (const reference of links) {
    if (reference === null || reference.trim() === '') continue;
    const url = resolveWebUrl(reference, base);
    if (url !== null) return url;
    if (base === null && !/^[a-z][a-z0-9+.-]*:/i.test(reference.trim()))
      problems.add('link-relative', 'a relative link was dropped, since no base is known');
    else problems.add('link-unsafe', 'a link that is no http or https address was dropped');
  }
  return null;
}

function buildEnclosures(draft: ItemDraft): FeedEnclosure[] {
  const byUrl = new Map<string, FeedEnclosure>();
  for (const { url: reference, type, length } of draft.enclosures) {
    const url = resolveWebUrl(reference, draft.base);
    if (url === null || byUrl.has(url) || byUrl.size >= LIMITS.listMax) continue;
    byUrl.set(url, { url, type: type?.trim() || null, length: toLength(length) });
  }
  return [...byUrl.values()];
}

/** Bytes; null when absent or no number. */
function toLength(text: string | null): number | null {
  const length = /^\s*\d{1,15}\s*$/.test(text ?? '') ? Number(text) : 0;
  return length > 0 ? length : null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].slice(0, LIMITS.listMax).map((value) => value.slice(0, LIMITS.nameCharsMax));
}

/** The authors or categories of a feed that items without their own have, as far as they may be repeated. */
export function inheritable(values: readonly string[]): string[] {
  let room: number = LIMITS.inheritedCharsMax;
  return values.filter((value) => {
    room -= value.length;
    return room >= 0;
  });
}
