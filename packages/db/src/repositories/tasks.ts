import type { Claim, Stage, TaskFailure, TaskStore } from '@aftermath/pipeline';
import { and, asc, count, eq, gt, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database, Executor } from '../database.ts';
import { jsonRows } from '../json-rows.ts';
import { type TaskError, type TaskState, tasks } from '../schema/index.ts';

/** The claim ran out and another worker holds the task: whatever this one wrote must be rolled back. */
export class ClaimLost extends Error {
  constructor(claim: Claim) {
    super(`task ${claim.taskId} (${claim.stage} ${claim.key}) was taken over by another worker`);
    this.name = 'ClaimLost';
  }
}

export interface NewTask {
  readonly stage: Stage;
  readonly key: string;
  /** Absent: at once. */
  readonly dueAt?: Date;
}

/** Writes tasks in the caller's transaction; one that exists becomes due again with its attempts forgotten. */
export function addTasks(db: Executor, added: readonly NewTask[]): Promise<void> {
  return writeTasks(
    db,
    added,
    sql`do update set state = 'due', due_at = excluded.due_at, attempts = 0, finished_at = null`,
  );
}

/** Writes tasks that don't exist yet and leaves the others as they are. */
export function ensureTasks(db: Executor, added: readonly NewTask[]): Promise<void> {
  return writeTasks(db, added, sql`do nothing`);
}

/** Writes tasks and wakes whoever works on their stages. */
async function writeTasks(db: Executor, added: readonly NewTask[], onConflict: SQL): Promise<void> {
  if (added.length === 0) return;
  const rows = jsonRows(added, sql`stage text, key text, "dueAt" timestamptz`);
  await db.execute(sql`
    with written as (
      insert into ${tasks} (stage, key, due_at) select stage, key, coalesce("dueAt", now()) from ${rows}
      on conflict (stage, key) ${onConflict} returning stage
    )
    select pg_notify('aftermath_tasks', stage) from written group by stage`);
}

async function notify(db: Executor, stage: Stage): Promise<void> {
  await db.execute(sql`select pg_notify('aftermath_tasks', ${stage})`);
}

/**
 * Ends a task in the transaction that wrote its result; with `again`, it is due once more then.
 *
 * @throws ClaimLost when another worker took the task over meanwhile.
 */
export async function finishTask(tx: Executor, claim: Claim, again?: Date): Promise<void> {
  const { rowCount } = await tx
    .update(tasks)
    .set(
      again === undefined
        ? { state: 'done', finishedAt: sql`now()`, leaseUntil: null, lastError: null }
        : { dueAt: again, attempts: 0, leaseUntil: null, lastError: null },
    )
    .where(heldBy(claim));
  if (rowCount !== 1) throw new ClaimLost(claim);
}

/**
 * Makes certain, at the start of a transaction, that the claim still holds, and keeps it until the end.
 *
 * @throws ClaimLost
 */
export async function holdTask(tx: Executor, claim: Claim): Promise<void> {
  const rows = await tx.select({ id: tasks.id }).from(tasks).where(heldBy(claim)).for('update');
  if (rows.length !== 1) throw new ClaimLost(claim);
}

/** The condition that a task is still this claim's. */
export function heldBy(claim: Claim): SQL | undefined {
  return and(eq(tasks.id, claim.taskId), eq(tasks.fence, claim.fence), eq(tasks.state, 'due'));
}

/** A dispatched task that nobody claimed in this time has lost its job (docs/adr/0001). */
const JOB_LOST_AFTER = sql`interval '60 seconds'`;

/** The tasks table behind the pipeline's port. All times are the database's. */
export function createTaskStore(db: Database): TaskStore {
  return {
    async dispatch(stage, limit) {
      const due = db.orm
        .select({ id: tasks.id })
        .from(tasks)
        .where(
          and(
            eq(tasks.stage, stage),
            eq(tasks.state, 'due'),
            lte(tasks.dueAt, sql`now()`),
            or(isNull(tasks.leaseUntil), lt(tasks.leaseUntil, sql`now()`)),
            or(
              isNull(tasks.dispatchedAt),
              lt(tasks.dispatchedAt, tasks.dueAt),
              lt(tasks.dispatchedAt, sql`now() - ${JOB_LOST_AFTER}`),
            ),
          ),
        )
        .orderBy(asc(tasks.dueAt))
        .limit(limit)
        .for('update', { skipLocked: true });
      return db.orm
        .update(tasks)
        .set({ dispatchedAt: sql`now()` })
        .where(sql`${tasks.id} in ${due}`)
        .returning({ taskId: tasks.id, dispatch: tasks.fence });
    },

    async claim(taskId, leaseMs) {
      const [row] = await db.orm
        .update(tasks)
        .set({
          fence: sql`${tasks.fence} + 1`,
          leaseUntil: sql`now() + ${leaseMs} * interval '1 millisecond'`,
        })
        .where(
          and(
            eq(tasks.id, taskId),
            eq(tasks.state, 'due'),
            lte(tasks.dueAt, sql`now()`),
            or(isNull(tasks.leaseUntil), lt(tasks.leaseUntil, sql`now()`)),
          ),
        )
        .returning();
      return row === undefined
        ? null
        : { taskId: row.id, stage: row.stage, key: row.key, fence: row.fence, attempts: row.attempts };
    },

    async fail(claim, failure) {
      const { rowCount } = await db.orm.update(tasks).set(failed(failure)).where(heldBy(claim));
      return rowCount === 1;
    },
  };
}

function failed(failure: TaskFailure) {
  const lastError = sql`jsonb_build_object('kind', ${failure.kind}::text, 'code', ${failure.code}::text,
    'message', ${failure.message}::text, 'at', to_json(now()))`;
  if (failure.retryInMs === null)
    return { state: 'quarantined' as const, leaseUntil: null, lastError, finishedAt: sql`now()` };
  return {
    dueAt: sql`now() + ${failure.retryInMs} * interval '1 millisecond'`,
    leaseUntil: null,
    lastError,
    attempts: sql`${tasks.attempts} + ${failure.kind === 'retry' ? 1 : 0}`,
  };
}

/**
 * Gives up every lease. Only for a process that knows itself to be the only one on this database: after a
 * crash its own old claims needn't run out first.
 */
export async function releaseLeases(db: Executor): Promise<number> {
  const { rowCount } = await db
    .update(tasks)
    .set({ leaseUntil: null, dispatchedAt: null, fence: sql`${tasks.fence} + 1` })
    .where(
      and(eq(tasks.state, 'due'), or(gt(tasks.leaseUntil, sql`now()`), gt(tasks.dispatchedAt, tasks.dueAt))),
    );
  return rowCount ?? 0;
}

export interface TaskRow {
  readonly id: number;
  readonly stage: Stage;
  readonly key: string;
  readonly state: TaskState;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly lastError: TaskError | null;
  readonly finishedAt: Date | null;
}

/** Tasks that were given up, oldest first. */
export function listQuarantine(db: Executor, stage?: Stage, limit = 1_000): Promise<TaskRow[]> {
  return db
    .select()
    .from(tasks)
    .where(and(eq(tasks.state, 'quarantined'), stage === undefined ? undefined : eq(tasks.stage, stage)))
    .orderBy(asc(tasks.id))
    .limit(limit);
}

/** Makes quarantined tasks due again with their attempts forgotten; the number of them. */
export async function replayQuarantine(db: Executor, which: { id?: number; stage?: Stage }): Promise<number> {
  const replayed = await db
    .update(tasks)
    .set({ state: 'due', attempts: 0, dueAt: sql`now()`, dispatchedAt: null, finishedAt: null })
    .where(
      and(
        eq(tasks.state, 'quarantined'),
        which.id === undefined ? undefined : eq(tasks.id, which.id),
        which.stage === undefined ? undefined : eq(tasks.stage, which.stage),
      ),
    )
    .returning({ stage: tasks.stage });
  for (const stage of new Set(replayed.map((row) => row.stage))) await notify(db, stage);
  return replayed.length;
}

export interface StageCount {
  readonly stage: Stage;
  /** A task that is to be done at a later time, such as the next look at a source, is `scheduled`. */
  readonly state: TaskState | 'scheduled';
  readonly tasks: number;
  /** Of the tasks that are due by now, when the first became so. */
  readonly oldestDueAt: Date | null;
}

const isDueNow = and(eq(tasks.state, 'due'), lte(tasks.dueAt, sql`now()`));

/** How many tasks stand where. */
export function countTasks(db: Executor): Promise<StageCount[]> {
  const state = sql<
    StageCount['state']
  >`case when ${tasks.state} = 'due' and not (${isDueNow}) then 'scheduled' else ${tasks.state} end`.as(
    'shown_state',
  );
  return db
    .select({
      stage: tasks.stage,
      state,
      tasks: count(),
      oldestDueAt: sql<Date | null>`min(${tasks.dueAt}) filter (where ${isDueNow})`.mapWith(
        (value: string) => new Date(value),
      ),
    })
    .from(tasks)
    .groupBy(({ stage, state }) => [stage, state])
    .orderBy(({ stage, state }) => [asc(stage), asc(state)]);
}

/** Tasks due now and not yet done, of the given stages: zero means the pipeline has caught up. */
export async function countDue(db: Executor, stages: readonly Stage[]): Promise<number> {
  const [row] = await db
    .select({ due: count() })
    .from(tasks)
    .where(and(isDueNow, sql`${tasks.stage} in ${stages}`));
  return row?.due ?? 0;
}
