import { type SQL, sql } from 'drizzle-orm';

/**
 * What the readers of a watch were last told of each article and category: rows of `article_id`, `category`,
 * `signal_id`, `told` and the edition's `date`.
 */
export function lastTold(watchId: string): SQL {
  return sql`select distinct on (o.article_id, o.category) o.article_id, o.category, o.id as signal_id, es.told, ed.date
    from edition_signals es join signals o on o.id = es.signal_id join editions ed on ed.id = es.edition_id
    where o.watch_id = ${watchId} order by o.article_id, o.category, es.edition_id desc`;
}

/** ISO 8601 UTC with milliseconds, as JavaScript writes it. */
export function iso(column: SQL): SQL {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
