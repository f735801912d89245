import type { SourceNotice, SourceRhythm, SourceStanding } from '@aftermath/core';
import type { Claim } from '@aftermath/pipeline';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { type CheckOutcome, sourceChecks, sourceEvents, sources, tasks } from '../schema/index.ts';
import { ClaimLost, heldBy } from './tasks.ts';

/** Where a source was found to have moved for good, and since how many looks in a row. */
export interface SourceMove {
  readonly movedTo: string | null;
  readonly movedSeen: number;
  /** Where to ask from now on; null: at its own address. */
  readonly fetchUrl: string | null;
}

export interface ToldNotice extends Omit<SourceNotice, 'kind'> {
  readonly kind: SourceNotice['kind'] | 'moved';
  readonly message: string;
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
  readonly standing: SourceStanding;
  /** What operators are told; null: nothing. */
  readonly notice: ToldNotice | null;
  /** To keep for the next conditional request; absent: keep those we have. */
  readonly validators?: { readonly etag: string | null; readonly lastModified: string | null };
  /** Absent: as before. */
  readonly rhythm?: SourceRhythm;
  /** When something new was found last. Absent: as before. */
  readonly lastItemAt?: Date;
  /** Absent: as before. */
  readonly move?: SourceMove;
  /** True when its server said that it will not come back. */
  readonly gone?: boolean;
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
  const { rowCount } = await db.execute(sql`
    with ${ended(claim, check.nextCheckAt)}, checked as (
      insert into ${sourceChecks} (source_id, outcome, http_status, bytes, items, new_items, duration_ms, error_code,
        error_message, next_check_at)
      select ${sourceId}, ${check.outcome}, ${check.httpStatus}, ${check.bytes}, ${check.items}, ${check.newItems},
        ${check.durationMs}, ${check.errorCode}, ${check.errorMessage}, ${check.nextCheckAt} from ended
    )${told(sourceId, check)}
    update ${sources} set ${sql.join(changes(check), sql`, `)} from ended where ${sources.id} = ${sourceId}`);
  if (rowCount !== 1) throw new ClaimLost(claim);
}

/**
 * Ends the task of a source that was not asked for, because it is gone: with what operators are told, if it is time.
 *
 * @throws ClaimLost when another worker took the task over meanwhile
 */
export async function finishReminder(
  db: Executor,
  claim: Claim,
  sourceId: number,
  { nextCheckAt, notice }: Pick<SourceCheck, 'nextCheckAt' | 'notice'>,
): Promise<void> {
  const { rowCount } = await db.execute(sql`
    with ${ended(claim, nextCheckAt)}${told(sourceId, { notice })}
    update ${sources} set told_at = ${notice === null ? sql`told_at` : sql`now()`}
    from ended where ${sources.id} = ${sourceId}`);
  if (rowCount !== 1) throw new ClaimLost(claim);
}

function ended(claim: Claim, again: Date): SQL {
  return sql`ended as (
    update ${tasks} set due_at = ${again}, attempts = 0, lease_until = null, last_error = null
    where ${heldBy(claim)} returning id)`;
}

function told(sourceId: number, { notice }: Pick<SourceCheck, 'notice'>): SQL {
  if (notice === null) return sql``;
  return sql`, told as (
    insert into ${sourceEvents} (source_id, kind, from_state, to_state, message)
    select ${sourceId}, ${notice.kind}, ${notice.from}, ${notice.to}, ${notice.message} from ended)`;
}

/** A column is written only when the look says something of it. */
function changes({
  outcome,
  standing,
  notice,
  validators,
  rhythm,
  lastItemAt,
  move,
  gone,
}: SourceCheck): SQL[] {
  return [
    sql`last_checked_at = now(), state = ${standing.state}, trouble = ${standing.trouble},
      failures = ${standing.failures}, failing_since = ${standing.failingSince}`,
    ...(outcome === 'failed' ? [] : [sql`last_ok_at = now()`]),
    ...(notice === null ? [] : [sql`told_at = now()`]),
    ...(notice?.kind === 'changed' ? [sql`acknowledged_at = null`] : []),
    ...(validators === undefined
      ? []
      : [sql`etag = ${validators.etag}, last_modified = ${validators.lastModified}`]),
    ...(rhythm === undefined ? [] : [sql`rhythm = ${JSON.stringify(rhythm)}::jsonb`]),
    ...(lastItemAt === undefined ? [] : [sql`last_item_at = ${lastItemAt}`]),
    ...(move === undefined
      ? []
      : [sql`moved_to = ${move.movedTo}, moved_seen = ${move.movedSeen}, fetch_url = ${move.fetchUrl}`]),
    ...(gone === true ? [sql`gone_at = now()`] : []),
  ];
}
