import type { SourceState } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns.ts';
import { sources } from './watches.ts';

export type CheckOutcome = 'ok' | 'not-modified' | 'failed';

/** Every look at a source: health and coverage are queries over this. */
export const sourceChecks = pgTable(
  'source_checks',
  {
    id: id(),
    sourceId: ref()
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    checkedAt: instant().notNull().defaultNow(),
    outcome: text().$type<CheckOutcome>().notNull(),
    httpStatus: integer(),
    bytes: integer(),
    items: integer(),
    newItems: integer(),
    durationMs: integer().notNull(),
    errorCode: text(),
    errorMessage: text(),
    nextCheckAt: instant().notNull(),
  },
  (t) => [
    index('source_checks_source').on(t.sourceId, t.checkedAt),
    check('source_checks_outcome', sql`${t.outcome} in ('ok', 'not-modified', 'failed')`),
  ],
);

export type SourceEventKind = 'changed' | 'still' | 'moved' | 'paused' | 'resumed' | 'acknowledged';

/** What operators were told of sources, and what they did. */
export const sourceEvents = pgTable(
  'source_events',
  {
    id: id(),
    sourceId: ref()
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    at: instant().notNull().defaultNow(),
    kind: text().$type<SourceEventKind>().notNull(),
    fromState: text().$type<SourceState>().notNull(),
    toState: text().$type<SourceState>().notNull(),
    message: text().notNull(),
  },
  (t) => [
    index('source_events_source').on(t.sourceId, t.at),
    check(
      'source_events_kind',
      sql`${t.kind} in ('changed', 'still', 'moved', 'paused', 'resumed', 'acknowledged')`,
    ),
  ],
);
