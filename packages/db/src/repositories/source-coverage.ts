import { addDays, wallInstant } from '@aftermath/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';

export interface CoveragePeriod {
  /** Local dates, both included. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly timeZone: string;
  /** Absent: the sources of all watches. */
  readonly watchId?: string;
}

export interface SourceCoverage {
  /** ISO 3166-1 alpha-2, `XX`: international. */
  readonly country: string;
  readonly lang: string;
  readonly sources: number;
  /** Days times sources; a source counts from the day on which it was added. */
  readonly sourceDays: number;
  /** Those on which the source was read at least once. */
  readonly healthyDays: number;
}

/**
 * The local dates on which the source `src` was read at least once, as an array of text; null: none. A day is the grain
 * since feeds keep their items for longer than that.
 */
export function readDates({ firstDate, lastDate, timeZone }: Omit<CoveragePeriod, 'watchId'>): SQL {
  const from = wallInstant(firstDate, { time: '00:00', timeZone });
  const to = wallInstant(addDays(lastDate, 1), { time: '00:00', timeZone });
  return sql`(select array_agg(distinct to_char(c.checked_at at time zone ${timeZone}, 'YYYY-MM-DD'))
    from source_checks c where c.source_id = src.id and c.checked_at >= ${from} and c.checked_at < ${to}
      and c.outcome in ('ok', 'not-modified'))`;
}

/** How many source-days were healthy, by country and language: what silence must be read against. */
export async function sourceCoverage(db: Executor, period: CoveragePeriod): Promise<SourceCoverage[]> {
  const { firstDate, lastDate, timeZone, watchId } = period;
  const ofWatch =
    watchId === undefined
      ? sql``
      : sql`where exists (select 1 from watch_sources ws where ws.source_id = src.id and ws.watch_id = ${watchId})`;
  const { rows } = await db.execute<{ [column: string]: unknown } & SourceCoverage>(sql`
    with looked as (
      select src.country, src.lang, coalesce(cardinality(${readDates(period)}), 0) as healthy,
        greatest(0, ${lastDate}::date
          - greatest(${firstDate}::date, (src.created_at at time zone ${timeZone})::date) + 1) as days
      from sources src ${ofWatch}
    )
    select country, lang, count(*)::int as sources, sum(days)::int as "sourceDays",
      sum(least(healthy, days))::int as "healthyDays"
    from looked group by country, lang order by country, lang`);
  return rows;
}
