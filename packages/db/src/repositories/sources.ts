import type { Claim } from '@aftermath/pipeline';
import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { type CheckOutcome, sourceChecks, sources, tasks, watchSources } from '../schema/index.ts';
import { ClaimLost, heldBy } from './tasks.ts';

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

/**
 * Writes down one look at a source and what it says of the source's health, and ends the task, which is due again
 * at the next check: in one statement, since most looks find nothing new.
 *
 * @throws ClaimLost when another worker took the task over meanwhile
 */
export async function finishCheck(
  db: Executor,
  claim: Claim,
  sourceId: number,
  check: SourceCheck,
): Promise<void> {
  const { validators } = check;
  const health =
    check.outcome === 'failed'
      ? sql`failures = failures + 1, failing_since = coalesce(failing_since, now())`
      : sql`failures = 0, failing_since = null, last_ok_at = now()`;
  const kept =
    validators === undefined
      ? sql``
      : sql`, etag = ${validators.etag}, last_modified = ${validators.lastModified}`;
  const { rowCount } = await db.execute(sql`
    with ended as (
      update ${tasks} set due_at = ${check.nextCheckAt}, attempts = 0, lease_until = null, last_error = null
      where ${heldBy(claim)} returning id
    ), checked as (
      insert into ${sourceChecks} (source_id, outcome, http_status, bytes, items, new_items, duration_ms, error_code,
        error_message, next_check_at)
      select ${sourceId}, ${check.outcome}, ${check.httpStatus}, ${check.bytes}, ${check.items}, ${check.newItems},
        ${check.durationMs}, ${check.errorCode}, ${check.errorMessage}, ${check.nextCheckAt} from ended
    )
    update ${sources} set last_checked_at = now(), ${health} ${kept} from ended where ${sources.id} = ${sourceId}`);
  if (rowCount !== 1) throw new ClaimLost(claim);
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
