import { addDays, type HeardSource, wallInstant } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';

/**
 * On which of the days up to `lastDate`, in a zone, each source of a watch was read at least once. A day is the grain
 * since feeds keep their items for longer than that.
 */
export async function heardDays(
  db: Executor,
  watchId: string,
  {
    lastDate,
    days,
    timeZone,
  }: { readonly lastDate: string; readonly days: number; readonly timeZone: string },
): Promise<HeardSource[]> {
  const firstDate = addDays(lastDate, 1 - days);
  const from = wallInstant(firstDate, { time: '00:00', timeZone });
  const { rows } = await db.execute<{ title: string; country: string; heard: string[] }>(sql`
    select src.title, src.country, coalesce(looks.heard, '{}') as heard
    from watch_sources ws join sources src on src.id = ws.source_id
    left join lateral (select array_agg(distinct to_char(c.checked_at at time zone ${timeZone}, 'YYYY-MM-DD')) as heard
      from source_checks c
      where c.source_id = src.id and c.checked_at >= ${from} and c.outcome in ('ok', 'not-modified')) looks on true
    where ws.watch_id = ${watchId} order by src.country, src.title, src.id`);
  return rows.map(({ title, country, heard }) => {
    const dates = new Set(heard);
    const marks = Array.from({ length: days }, (_, day) => (dates.has(addDays(firstDate, day)) ? '1' : '0'));
    return { title, country, days: marks.join('') };
  });
}
