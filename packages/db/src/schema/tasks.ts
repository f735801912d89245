import type { Stage } from '@aftermath/pipeline';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { id, instant } from './columns.ts';

export type TaskState = 'due' | 'done' | 'quarantined';

export interface TaskError {
  readonly kind: string;
  readonly code: string;
  readonly message: string;
  readonly at: string;
}

/**
 * What has to be done, and what became of it. This table is the truth and the outbox at once: a task is
 * written in the transaction that makes it necessary, and jobs are sent from here (docs/adr/0001).
 */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    stage: text().$type<Stage>().notNull(),
    key: text().notNull(),
    state: text().$type<TaskState>().notNull().default('due'),
    dueAt: instant().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    dispatchedAt: instant(),
    leaseUntil: instant(),
    fence: bigint({ mode: 'number' }).notNull().default(0),
    lastError: jsonb().$type<TaskError>(),
    createdAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
  },
  (t) => [
    unique('tasks_stage_key').on(t.stage, t.key),
    index('tasks_due').on(t.stage, t.dueAt).where(sql`${t.state} = 'due'`),
    index('tasks_quarantined').on(t.stage, t.id).where(sql`${t.state} = 'quarantined'`),
    check('tasks_state', sql`${t.state} in ('due', 'done', 'quarantined')`),
  ],
);

/** Facts about this installation, such as the sample's first day. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
