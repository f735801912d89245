import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { type CheckOutcome, sourceChecks, sources, tasks, watchSources } from '../schema/index.ts';

export type SourceRow = typeof sources.$inferSelect;

export async function findSource(db: Executor, id: number): Promise<SourceRow | null> {
  const [row] = await db.select().from(sources).where(eq(sources.id, id));
  return row ?? null;
}

export interface SourceCheck {
  readonly outcome: CheckOutcome;
  readonly httpStatus: number | null;
  readonly bytes: number | null;
  readonly items: number | null;
  readonly newItems: number | null;
  readonly durationMs: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly nextCheckAt: Date;
  /** To keep for the next conditional request; absent: keep those we have. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
}

/** Writes down one look at a source, and what it says of the source's health. */
export async function recordCheck(tx: Executor, sourceId: number, check: SourceCheck): Promise<void> {
  const { validators, ...row } = check;
  await tx.insert(sourceChecks).values({ sourceId, ...row });
  const health =
    check.outcome === 'failed'
      ? {
          failures: sql`${sources.failures} + 1`,
          failingSince: sql`coalesce(${sources.failingSince}, now())`,
        }
      : { failures: 0, failingSince: null, lastOkAt: sql`now()` };
  await tx
    .update(sources)
    .set({ lastCheckedAt: sql`now()`, ...health, ...validators })
    .where(eq(sources.id, sourceId));
}

export interface SourceHealth {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly country: string;
  readonly lang: string;
  readonly reliability: string;
  readonly verified: boolean;
  readonly state: 'new' | 'healthy' | 'failing';
  readonly failingSince: Date | null;
  readonly lastCheckedAt: Date | null;
  readonly nextCheckAt: Date | null;
  readonly items: number | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** How each source of a watch (or of all) is doing, as its last check left it. */
export async function sourceHealth(db: Executor, watchId?: string): Promise<SourceHealth[]> {
  const last = db
    .selectDistinctOn([sourceChecks.sourceId])
    .from(sourceChecks)
    .orderBy(sourceChecks.sourceId, desc(sourceChecks.checkedAt))
    .as('last');
  const rows = await db
    .select({
      source: sources,
      // A column that is never null comes first: drizzle takes an object whose first one is null for a join without a row.
      last: { id: last.id, errorCode: last.errorCode, errorMessage: last.errorMessage, items: last.items },
      nextCheckAt: tasks.dueAt,
    })
    .from(sources)
    .leftJoin(last, eq(last.sourceId, sources.id))
    .leftJoin(tasks, sql`${tasks.stage} = 'pull' and ${tasks.key} = ${sources.id}::text`)
    .where(
      watchId === undefined
        ? undefined
        : sql`exists (select 1 from ${watchSources} where ${watchSources.sourceId} = ${sources.id} and ${watchSources.watchId} = ${watchId})`,
    )
    .orderBy(asc(sources.country), asc(sources.title));
  return rows.map(({ source, last, nextCheckAt }) => ({
    id: source.id,
    title: source.title,
    url: source.url,
    country: source.country,
    lang: source.lang,
    reliability: source.reliability,
    verified: source.verified,
    state: source.lastCheckedAt === null ? 'new' : source.failures > 0 ? 'failing' : 'healthy',
    failingSince: source.failingSince,
    lastCheckedAt: source.lastCheckedAt,
    nextCheckAt,
    items: last?.items ?? null,
    errorCode: last?.errorCode ?? null,
    errorMessage: last?.errorMessage ?? null,
  }));
}
