import type { ArticleText } from '@aftermath/core';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { contentHash } from '../content-hash.ts';
import type { Executor } from '../database.ts';
import { jsonRows } from '../json-rows.ts';
import { articles, items, revisions, sources, type TextOrigin } from '../schema/index.ts';
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
  const known = await tx
    .select({ guid: items.guid, hash: items.contentHash })
    .from(items)
    .where(and(eq(items.sourceId, sourceId), inArray(items.guid, [...hashes.keys()])));
  const knownHashes = new Map(known.map((row) => [row.guid, row.hash]));
  const changed = fresh.filter((item) => knownHashes.get(item.guid) !== hashes.get(item.guid));
  if (changed.length === 0) return 0;
  const articleIds = await articleIdsFor(
    tx,
    changed.map((item) => item.canonicalUrl),
  );
  const rows = changed.map(({ canonicalUrl, ...item }) => ({
    ...item,
    articleId: articleIds.get(canonicalUrl),
    contentHash: hashes.get(item.guid),
  }));
  await tx.execute(sql`
    insert into ${items} (source_id, guid, article_id, url, title, published_at, summary, content, content_hash)
    select ${sourceId}, guid, "articleId", url, title, "publishedAt", summary, content, "contentHash"
    from ${jsonRows(rows, ITEM_COLUMNS)}
    on conflict (source_id, guid) do update set article_id = excluded.article_id, url = excluded.url,
      title = excluded.title, published_at = excluded.published_at, summary = excluded.summary,
      content = excluded.content, content_hash = excluded.content_hash`);
  await addTasks(
    tx,
    [...new Set(changed.map((item) => articleIds.get(item.canonicalUrl)))].map((id) => ({
      stage: 'extract',
      key: String(id),
    })),
  );
  return changed.filter((item) => !knownHashes.has(item.guid)).length;
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

async function articleIdsFor(tx: Executor, canonicalUrls: readonly string[]): Promise<Map<string, number>> {
  // In one order everywhere, so that two feeds with the same links don't deadlock.
  const urls = [...new Set(canonicalUrls)].sort();
  const { rows: added } = await tx.execute<{ id: string; canonical_url: string }>(sql`
    insert into ${articles} (canonical_url) select value from json_array_elements_text(${JSON.stringify(urls)}::json)
    on conflict do nothing returning id, canonical_url`);
  const ids = new Map(added.map((row) => [row.canonical_url, Number(row.id)]));
  const others = urls.filter((url) => !ids.has(url));
  if (others.length === 0) return ids;
  const known = await tx
    .select({ id: articles.id, canonicalUrl: articles.canonicalUrl })
    .from(articles)
    .where(inArray(articles.canonicalUrl, others));
  for (const row of known) ids.set(row.canonicalUrl, row.id);
  return ids;
}

/** What the feeds said of an article, the newest first: where to fetch it, and what to fall back on. */
export interface ArticleItem {
  readonly url: string;
  readonly title: string | null;
  readonly publishedAt: Date | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly lang: string;
  /** When the feed first gave it to us. */
  readonly seenAt: Date;
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
      seenAt: items.seenAt,
    })
    .from(items)
    .innerJoin(sources, eq(sources.id, items.sourceId))
    .where(eq(items.articleId, articleId))
    .orderBy(desc(items.id));
}

export interface NewRevision {
  readonly articleId: number;
  readonly title: string;
  readonly text: ArticleText;
  readonly origin: TextOrigin;
  readonly problem: string | null;
}

/**
 * Stores a text as the article's current revision and sets its classification going. The text it already
 * has changes nothing; returns null then.
 */
export async function storeRevision(tx: Executor, added: NewRevision): Promise<number | null> {
  const { articleId, text } = added;
  const title = storableText(added.title);
  const body = storableText(text.text);
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update');
  if (article === undefined) return null;
  const hash = contentHash(title, body);
  const [same] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.contentHash, hash)));
  if (same !== undefined && same.id === article.revisionId) return null;
  const revisionId = same?.id ?? (await insertRevision(tx, added, title, body, hash));
  await tx.update(articles).set({ revisionId }).where(eq(articles.id, articleId));
  await addTasks(tx, [{ stage: 'classify', key: String(revisionId) }]);
  return revisionId;
}

async function insertRevision(
  tx: Executor,
  { articleId, text, origin, problem }: NewRevision,
  title: string,
  body: string,
  hash: string,
): Promise<number> {
  const [row] = await tx
    .insert(revisions)
    .values({
      articleId,
      number: sql`(select coalesce(max(r.number), 0) + 1 from revisions r where r.article_id = ${articleId})`,
      title,
      text: body,
      textOrigin: origin,
      problem,
      lang: text.lang,
      publishedAt: instantOf(text.publishedAt),
      updatedAt: instantOf(text.updatedAt),
      authors: text.authors.map(storableText),
      siteName: text.siteName === null ? null : storableText(text.siteName),
      contentHash: hash,
    })
    .returning({ id: revisions.id });
  if (row === undefined) throw new Error('insert of a revision returned no row');
  return row.id;
}

function instantOf(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

export interface StoredRevision {
  readonly id: number;
  readonly articleId: number;
  readonly current: boolean;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string | null;
  readonly publishedAt: Date | null;
  readonly firstSeenAt: Date;
}

export async function findRevision(db: Executor, id: number): Promise<StoredRevision | null> {
  const [row] = await db
    .select({
      id: revisions.id,
      articleId: revisions.articleId,
      current: sql<boolean>`${articles.revisionId} = ${revisions.id}`,
      url: articles.canonicalUrl,
      title: revisions.title,
      text: revisions.text,
      lang: revisions.lang,
      publishedAt: revisions.publishedAt,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.id, id))
    .orderBy(asc(revisions.id));
  return row ?? null;
}
