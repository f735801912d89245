import { type SourceState, usualSilenceMs } from '@aftermath/core';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { sourceChecks, sources, tasks, watchSources } from '../schema/index.ts';

export interface SourceHealth {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly country: string;
  readonly lang: string;
  readonly reliability: string;
  readonly verified: boolean;
  readonly state: SourceState;
  readonly failingSince: Date | null;
  /** When an operator said that he knows that it can't be read. */
  readonly acknowledgedAt: Date | null;
  readonly lastCheckedAt: Date | null;
  readonly lastOkAt: Date | null;
  /** When something new was found last. */
  readonly lastItemAt: Date | null;
  /** True when it has published nothing for longer than its own rhythm lets expect. */
  readonly silent: boolean;
  readonly nextCheckAt: Date | null;
  /** Where it is asked for, when it moved for good. */
  readonly movedTo: string | null;
  readonly items: number | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** True for a source whose silence means something: it can be read now, if not each time. */
export function isRead({ state }: Pick<SourceHealth, 'state'>): boolean {
  return state === 'healthy' || state === 'degraded';
}

/** How each source of a watch (or of all) is doing, as its looks left it. */
export async function sourceHealth(db: Executor, watchId?: string): Promise<SourceHealth[]> {
  const last = db
    .selectDistinctOn([sourceChecks.sourceId])
    .from(sourceChecks)
    .orderBy(sourceChecks.sourceId, desc(sourceChecks.checkedAt), desc(sourceChecks.id))
    .as('last');
  const rows = await db
    .select({
      source: sources,
      // A column that is never null comes first: drizzle takes an object whose first one is null for a join without a row.
      last: { id: last.id, errorCode: last.errorCode, errorMessage: last.errorMessage, items: last.items },
      nextCheckAt: tasks.dueAt,
      now: sql<string>`now()`,
    })
    .from(sources)
    .leftJoin(last, eq(last.sourceId, sources.id))
    .leftJoin(
      tasks,
      sql`${tasks.stage} = 'pull' and ${tasks.state} = 'due' and ${tasks.key} = ${sources.id}::text`,
    )
    .where(
      watchId === undefined
        ? undefined
        : sql`exists (select 1 from ${watchSources} where ${watchSources.sourceId} = ${sources.id} and ${watchSources.watchId} = ${watchId})`,
    )
    .orderBy(asc(sources.country), asc(sources.title));
  return rows.map(({ source, last, nextCheckAt, now }) => ({
    id: source.id,
    title: source.title,
    url: source.url,
    country: source.country,
    lang: source.lang,
    reliability: source.reliability,
    verified: source.verified,
    state: source.pausedAt === null ? source.state : 'paused',
    failingSince: source.failingSince,
    acknowledgedAt: source.acknowledgedAt,
    lastCheckedAt: source.lastCheckedAt,
    lastOkAt: source.lastOkAt,
    lastItemAt: source.lastItemAt,
    silent: isSilent(source, new Date(now)),
    // A source that is gone is not looked at: its task only reminds of it.
    nextCheckAt: source.goneAt === null ? nextCheckAt : null,
    movedTo: source.fetchUrl,
    items: last?.items ?? null,
    errorCode: last?.errorCode ?? null,
    errorMessage: last?.errorMessage ?? null,
  }));
}

function isSilent({ rhythm }: typeof sources.$inferSelect, now: Date): boolean {
  const arrivals = rhythm?.arrivals ?? [];
  const usualMs = usualSilenceMs(arrivals);
  const lastAt = arrivals.at(-1);
  return usualMs !== null && lastAt !== undefined && now.getTime() - lastAt * 1_000 > usualMs;
}
