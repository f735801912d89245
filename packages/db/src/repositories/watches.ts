import { isDeepStrictEqual } from 'node:util';
import type { Source, Watch } from '@aftermath/core';
import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { contentHash } from '../content-hash.ts';
import type { Executor } from '../database.ts';
import {
  articles,
  decisions,
  items,
  revisions,
  signals,
  sources,
  tasks,
  watches,
  watchSources,
} from '../schema/index.ts';
import { addTasks, ensureTasks } from './tasks.ts';

export interface WatchRow {
  readonly id: string;
  readonly title: string;
  readonly sample: boolean;
  readonly definition: Watch;
  readonly rulesHash: string;
  readonly createdAt: Date;
}

/** What signals depend on: two definitions with the same hash classify alike. */
export function rulesHash(watch: Watch): string {
  return contentHash(
    JSON.stringify([watch.event, watch.actors, watch.places, watch.scope, watch.categories]),
  );
}

/** What an edition depends on besides: titles, sources, and how the digest is set. */
export function watchHash(watch: Watch): string {
  return contentHash(JSON.stringify(watch));
}

/**
 * Stores a watch with its sources, new or changed, and sets their work going: sources not polled yet are due
 * at once, and when the rules changed, the articles that the watch has seen are classified again.
 */
export async function saveWatch(tx: Executor, watch: Watch): Promise<'added' | 'changed' | 'unchanged'> {
  const [before] = await tx.select().from(watches).where(eq(watches.id, watch.id)).for('update');
  const hash = rulesHash(watch);
  const values = { title: watch.title, sample: watch.sample, definition: watch, rulesHash: hash };
  await tx
    .insert(watches)
    .values({ id: watch.id, ...values })
    .onConflictDoUpdate({ target: watches.id, set: { ...values, updatedAt: sql`now()` } });
  await saveSources(tx, watch.id, watch.sources);
  if (before !== undefined && before.rulesHash !== hash) await classifyAgain(tx, watch.id);
  if (before === undefined) return 'added';
  return isDeepStrictEqual(before.definition, watch) ? 'unchanged' : 'changed';
}

/** Other selectors find other items in a page that didn't change: it has to be read again. */
const unlessListChanged = (validator: SQL) =>
  sql`case when ${sources.list} is distinct from excluded.list then null else ${validator} end`;

async function saveSources(tx: Executor, watchId: string, wanted: readonly Source[]): Promise<void> {
  await tx.delete(watchSources).where(eq(watchSources.watchId, watchId));
  if (wanted.length === 0) return;
  const rows = await tx
    .insert(sources)
    .values(wanted.map((source) => ({ ...source })))
    .onConflictDoUpdate({
      target: sources.url,
      set: {
        kind: sql`excluded.kind`,
        list: sql`excluded.list`,
        etag: unlessListChanged(sql`${sources.etag}`),
        lastModified: unlessListChanged(sql`${sources.lastModified}`),
        title: sql`excluded.title`,
        country: sql`excluded.country`,
        lang: sql`excluded.lang`,
        reliability: sql`excluded.reliability`,
        verified: sql`excluded.verified`,
      },
    })
    .returning({ sourceId: sources.id });
  await tx.insert(watchSources).values(rows.map(({ sourceId }) => ({ watchId, sourceId })));
  await ensureTasks(
    tx,
    rows.map(({ sourceId }) => ({ stage: 'pull', key: String(sourceId) })),
  );
}

async function classifyAgain(tx: Executor, watchId: string): Promise<void> {
  const rows = await tx
    .selectDistinct({ revisionId: articles.revisionId })
    .from(articles)
    .innerJoin(decisions, eq(decisions.revisionId, articles.revisionId))
    .where(eq(decisions.watchId, watchId));
  await addTasks(
    tx,
    rows.map((row) => ({ stage: 'classify', key: String(row.revisionId) })),
  );
}

export function listWatches(db: Executor): Promise<WatchRow[]> {
  return db.select().from(watches).orderBy(asc(watches.sample), asc(watches.id));
}

/** Ids of the watches that have found anything. */
export async function watchesWithSignals(db: Executor): Promise<ReadonlySet<string>> {
  const theirs = db
    .select({ id: signals.id })
    .from(signals)
    .where(and(eq(signals.watchId, watches.id), isNull(signals.supersededAt)));
  const rows = await db.select({ id: watches.id }).from(watches).where(exists(theirs));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Sources of the watch that nobody has looked at yet, and articles from them that are still to be read or classified.
 * Zero: the watch knows all that its sources gave. What is quarantined is not waited for.
 */
export async function countUnread(db: Executor, watchId: string): Promise<number> {
  const { rows } = await db.execute<{ unread: number }>(sql`
    with heard as (
      select i.article_id as id from ${items} i join ${watchSources} ws on ws.source_id = i.source_id
      where ws.watch_id = ${watchId}
    ), due as (
      select stage, key::bigint as key from ${tasks} where state = 'due' and stage in ('extract', 'classify')
    )
    select (
      (select count(*) from ${watchSources} ws join ${sources} s on s.id = ws.source_id
        where ws.watch_id = ${watchId} and s.last_checked_at is null and s.paused_at is null)
      + (select count(*) from due where stage = 'extract' and key in (select id from heard))
      + (select count(*) from due join ${revisions} r on r.id = due.key
        where stage = 'classify' and r.article_id in (select id from heard))
    )::int as unread`);
  return rows[0]?.unread ?? 0;
}

export async function findWatch(db: Executor, id: string): Promise<WatchRow | null> {
  const [row] = await db.select().from(watches).where(eq(watches.id, id));
  return row ?? null;
}

/**
 * Removes a watch with its signals and editions, the sources that no other watch has, and the articles that
 * came from those alone. False: there was none.
 */
export async function removeWatch(tx: Executor, id: string): Promise<boolean> {
  const { rowCount } = await tx.delete(watches).where(eq(watches.id, id));
  const orphans = tx
    .select({ id: sources.id })
    .from(sources)
    .where(sql`not exists (select 1 from ${watchSources} where ${watchSources.sourceId} = ${sources.id})`);
  await tx.execute(
    sql`delete from tasks where stage = 'pull' and key in (select id::text from ${orphans.as('orphans')})`,
  );
  await tx.delete(sources).where(inArray(sources.id, orphans));
  const unread = sql`not exists (select 1 from ${items} where ${items.articleId} = ${articles.id})`;
  await tx.execute(sql`delete from tasks t using articles where ${unread}
    and ((t.stage = 'extract' and t.key = articles.id::text)
      or (t.stage = 'classify' and t.key in (select r.id::text from revisions r where r.article_id = articles.id)))`);
  await tx.delete(articles).where(unread);
  await tx.execute(sql`delete from tasks where stage in ('edition', 'deliver') and state = 'due'
    and ((stage = 'edition' and key like ${`${id}:%`})
      or (stage = 'deliver' and not exists (select 1 from deliveries d where d.id::text = tasks.key)))`);
  return rowCount === 1;
}

/** The watches whose sources carried an article. */
export async function watchesOfArticle(db: Executor, articleId: number): Promise<WatchRow[]> {
  const ids = db
    .selectDistinct({ id: watchSources.watchId })
    .from(items)
    .innerJoin(watchSources, eq(watchSources.sourceId, items.sourceId))
    .where(eq(items.articleId, articleId));
  return db.select().from(watches).where(inArray(watches.id, ids)).orderBy(asc(watches.id));
}
