import { addDays, type HeardSource } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { readDates } from './source-coverage.ts';

/** On which of the days up to `lastDate`, in a zone, each source of a watch was read at least once. */
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
  const { rows } = await db.execute<{ title: string; country: string; heard: string[] | null }>(sql`
    select src.title, src.country, ${readDates({ firstDate, lastDate, timeZone })} as heard
    from watch_sources ws join sources src on src.id = ws.source_id
    where ws.watch_id = ${watchId} order by src.country, src.title, src.id`);
  return rows.map(({ title, country, heard }) => {
    const dates = new Set(heard);
    const marks = Array.from({ length: days }, (_, day) => (dates.has(addDays(firstDate, day)) ? '1' : '0'));
    return { title, country, days: marks.join('') };
  });
}
