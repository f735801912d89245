import { addDays, type CategoryRecord } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import type { WatchRow } from './watches.ts';

/**
 * When each category of a watch was last seen, and how many stories it had on each of the days up to `lastDate` in
 * the watch's zone. A signal belongs to the day its article was published, or came to us where that is earlier or the
 * publisher says nothing.
 */
export async function categoryRecords(
  db: Executor,
  { id, definition }: Pick<WatchRow, 'id' | 'definition'>,
  lastDate: string,
  days: number,
): Promise<CategoryRecord[]> {
  const firstDate = addDays(lastDate, 1 - days);
  const { rows } = await db.execute<{ category: string; date: string; stories: number }>(sql`
    select category, date, count(distinct story_id)::int as stories from (
      select s.category, s.story_id,
        to_char(least(coalesce(r.published_at, a.first_seen_at), a.first_seen_at)
          at time zone ${definition.digest.timeZone}, 'YYYY-MM-DD') as date
      from signals s join revisions r on r.id = s.revision_id join articles a on a.id = s.article_id
      where s.watch_id = ${id} and s.superseded_at is null
    ) dated where date <= ${lastDate} group by category, date`);
  return definition.categories.map(({ id: category }) => {
    const own = new Map(
      rows.filter((row) => row.category === category).map((row) => [row.date, row.stories]),
    );
    return {
      category,
      lastSeen: [...own.keys()].sort().at(-1) ?? null,
      stories: Array.from({ length: days }, (_, day) => own.get(addDays(firstDate, day)) ?? 0),
    };
  });
}
