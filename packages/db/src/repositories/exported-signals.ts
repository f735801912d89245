import type { ExportedSignal } from '@aftermath/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { iso } from './last-told.ts';

export interface ExportFilter {
  readonly watchId: string;
  readonly category?: string;
  /** Only articles published from then on; one without a date, or with one ahead of us, counts when we saw it. */
  readonly since?: Date;
  /** Only articles published before. */
  readonly before?: Date;
}

/** Signals read at once: some hundred kilobytes. */
const BATCH = 500;

/**
 * All live signals of a watch by article and category, each once, read in batches: no transaction is held while a slow
 * reader takes its time. What is classified again meanwhile is told as it was or as it is.
 */
export async function* eachExportedSignal(
  db: Executor,
  filter: ExportFilter,
): AsyncGenerator<ExportedSignal> {
  let [articleId, category] = [0, ''];
  for (;;) {
    const after = sql`(s.article_id, s.category) > (${articleId}, ${category})`;
    const found = await readSignals(
      db,
      filter,
      sql`and ${after} order by s.article_id, s.category limit ${BATCH}`,
    );
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < BATCH) return;
    [articleId, category] = [last.article.id, last.category];
  }
}

/** The newest live signals of a watch, the newest first. */
export function newestSignals(db: Executor, filter: ExportFilter, limit: number): Promise<ExportedSignal[]> {
  return readSignals(db, filter, sql`order by s.id desc limit ${limit}`);
}

async function readSignals(db: Executor, filter: ExportFilter, rest: SQL): Promise<ExportedSignal[]> {
  const { watchId, category, since, before } = filter;
  const told = sql`least(r.published_at, a.first_seen_at)`;
  const { rows } = await db.execute<{ signal: ExportedSignal }>(sql`
    select json_build_object(
      'id', s.id, 'watchId', s.watch_id, 'category', s.category, 'status', s.status, 'score', s.score,
      'countries', s.countries, 'actors', s.actors, 'foundAt', ${iso(sql`s.created_at`)}, 'storyId', s.story_id,
      'evidence', e.list,
      'article', json_build_object('id', a.id, 'title', r.title, 'url', a.canonical_url, 'lang', r.lang,
        'publishedAt', ${iso(sql`r.published_at`)}, 'firstSeenAt', ${iso(sql`a.first_seen_at`)}),
      'source', src.source) as signal
    from signals s
    join articles a on a.id = s.article_id
    join revisions r on r.id = s.revision_id
    left join lateral (select coalesce(json_agg(json_build_object('field', field, 'start', start_offset,
      'end', end_offset, 'quote', quote, 'why', why) order by id), '[]') as list
      from evidence where signal_id = s.id) e on true
    left join lateral (select json_build_object('title', src.title, 'country', src.country,
      'reliability', src.reliability) as source from items i join sources src on src.id = i.source_id
      where i.article_id = a.id order by src.reliability, i.id limit 1) src on true
    where s.watch_id = ${watchId} and s.superseded_at is null
      ${category === undefined ? sql`` : sql`and s.category = ${category}`}
      ${since === undefined ? sql`` : sql`and ${told} >= ${since.toISOString()}::timestamptz`}
      ${before === undefined ? sql`` : sql`and ${told} < ${before.toISOString()}::timestamptz`}
      ${rest}`);
  return rows.map(({ signal }) => signal);
}
