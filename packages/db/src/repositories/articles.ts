import { isSameStory } from '@aftermath/core';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { contentHash } from '../content-hash.ts';
import type { Executor } from '../database.ts';
import { jsonRows } from '../json-rows.ts';
import { articles, items, sources } from '../schema/index.ts';
import { storableText } from '../storable-text.ts';
import { addTasks } from './tasks.ts';

export interface NewItem {
  readonly guid: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly title: string | null;
  readonly publishedAt: Date | null;
  readonly summary: string | null;
  readonly content: string | null;
}

const ITEM_COLUMNS = sql`guid text, "articleId" bigint, url text, title text, "publishedAt" timestamptz,
  summary text, content text, "contentHash" text`;

/**
 * Stores what a feed gave. New items, and items whose title or content changed, set their article's
 * extraction going; the others change nothing. Returns how many were new.
 */
export async function storeItems(tx: Executor, sourceId: number, found: readonly NewItem[]): Promise<number> {
  const fresh = distinct(found);
  if (fresh.length === 0) return 0;
  const hashes = new Map(
    fresh.map((item) => [item.guid, contentHash(item.url, item.title, item.summary, item.content)]),
  );
  const known = await knownItems(tx, sourceId, [...hashes.keys()]);
  const changed = fresh.filter((item) => known.get(item.guid)?.contentHash !== hashes.get(item.guid));
  if (changed.length === 0) return 0;
  const articleIds = await articleIdsFor(tx, changed, known);
  const rows = changed.map(({ canonicalUrl: _, ...item }) => ({
    ...item,
    articleId: articleIds.get(item.guid),
    contentHash: hashes.get(item.guid),
  }));
  await tx.execute(sql`
    insert into ${items} (source_id, guid, article_id, url, title, published_at, summary, content, content_hash)
    select ${sourceId}, guid, "articleId", url, title, "publishedAt", summary, content, "contentHash"
    from ${jsonRows(rows, ITEM_COLUMNS)}
    on conflict (source_id, guid, article_id) do update set url = excluded.url, title = excluded.title,
      published_at = excluded.published_at, summary = excluded.summary, content = excluded.content,
      content_hash = excluded.content_hash, changed_at = now()`);
  await addTasks(
    tx,
    [...new Set(articleIds.values())].map((id) => ({ stage: 'extract', key: String(id) })),
  );
  return changed.filter((item) => known.get(item.guid)?.articleId !== articleIds.get(item.guid)).length;
}

type KnownItem = Pick<
  typeof items.$inferSelect,
  'guid' | 'articleId' | 'contentHash' | 'url' | 'title' | 'summary'
> & { readonly canonicalUrl: string };

/** What the source said last under each of these ids. */
async function knownItems(
  tx: Executor,
  sourceId: number,
  guids: readonly string[],
): Promise<Map<string, KnownItem>> {
  const rows = await tx
    .select({
      guid: items.guid,
      articleId: items.articleId,
      contentHash: items.contentHash,
      url: items.url,
      title: items.title,
      summary: items.summary,
      canonicalUrl: articles.canonicalUrl,
    })
    .from(items)
    .innerJoin(articles, eq(articles.id, items.articleId))
    .where(and(eq(items.sourceId, sourceId), inArray(items.guid, [...guids])))
    .orderBy(asc(items.changedAt), asc(items.id));
  return new Map(rows.map((row) => [row.guid, row]));
}

/** A feed may give an id twice: the first one counts. */
function distinct(found: readonly NewItem[]): NewItem[] {
  const byGuid = new Map<string, NewItem>();
  for (const item of found) {
    const guid = storableText(item.guid);
    if (byGuid.has(guid)) continue;
    byGuid.set(guid, {
      ...item,
      guid,
      url: storableText(item.url),
      title: item.title === null ? null : storableText(item.title),
      summary: item.summary === null ? null : storableText(item.summary),
      content: item.content === null ? null : storableText(item.content),
    });
  }
  return [...byGuid.values()];
}

/**
 * The article of each item, by the item's id. An entry that its publisher moved to another address stays the article
 * it is; an id that is used again for another story leads to another article.
 */
async function articleIdsFor(
  tx: Executor,
  changed: readonly NewItem[],
  known: ReadonlyMap<string, KnownItem>,
): Promise<Map<string, number>> {
  const moved = new Map<string, number>();
  for (const item of changed) {
    const before = known.get(item.guid);
    if (before !== undefined && before.canonicalUrl !== item.canonicalUrl && isSameStory(before, item))
      moved.set(item.canonicalUrl, before.articleId);
  }
  // In one order everywhere, so that two feeds with the same links don't deadlock.
  const urls = [...new Set(changed.map((item) => item.canonicalUrl))].sort();
  const rows = urls.map((url) => ({ url, sameAs: moved.get(url) ?? null }));
  await tx.execute(sql`
    insert into ${articles} (canonical_url, same_as) select url, "sameAs"
    from ${jsonRows(rows, sql`url text, "sameAs" bigint`)} on conflict do nothing`);
  const found = await tx
    .select({
      url: articles.canonicalUrl,
      id: sql<number>`coalesce(${articles.sameAs}, ${articles.id})`.mapWith(Number),
    })
    .from(articles)
    .where(inArray(articles.canonicalUrl, urls));
  const ids = new Map(found.map((row) => [row.url, row.id]));
  return new Map(
    changed.flatMap(({ guid, canonicalUrl }) => {
      const id = ids.get(canonicalUrl);
      return id === undefined ? [] : [[guid, id] as const];
    }),
  );
}

/** What the feeds said of an article, that which brought it first: where to fetch it, and what to fall back on. */
export interface ArticleItem {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: Date | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly lang: string;
  /** When the feed last told something else of it. */
  readonly changedAt: Date;
}

export function itemsOfArticle(db: Executor, articleId: number): Promise<ArticleItem[]> {
  return db
    .select({
      url: items.url,
      title: items.title,
      publishedAt: items.publishedAt,
      summary: items.summary,
      content: items.content,
      lang: sources.lang,
      changedAt: items.changedAt,
    })
    .from(items)
    .innerJoin(sources, eq(sources.id, items.sourceId))
    .where(eq(items.articleId, articleId))
    .orderBy(asc(items.id));
}
