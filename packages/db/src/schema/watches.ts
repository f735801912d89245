import type { ListSelectors, Reliability, SourceKind, Watch } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns.ts';

export const watches = pgTable('watches', {
  id: text().primaryKey(),
  title: text().notNull(),
  sample: boolean().notNull(),
  definition: jsonb().$type<Watch>().notNull(),
  /** SHA-256 of the definition: signals made by other rules are told apart by it. */
  rulesHash: text().notNull(),
  createdAt: instant().notNull().defaultNow(),
  updatedAt: instant().notNull().defaultNow(),
});

export const sources = pgTable('sources', {
  id: id(),
  url: text().notNull().unique(),
  kind: text().$type<SourceKind>().notNull(),
  /** Of a list page. */
  list: jsonb().$type<ListSelectors>(),
  title: text().notNull(),
  country: text().notNull(),
  lang: text().notNull(),
  reliability: text().$type<Reliability>().notNull(),
  verified: boolean().notNull(),
  /** Validators, exactly as received (RFC 9110 §8.8); advanced only when the parse was whole. */
  etag: text(),
  lastModified: text(),
  lastCheckedAt: instant(),
  lastOkAt: instant(),
  failingSince: instant(),
  failures: integer().notNull().default(0),
  createdAt: instant().notNull().defaultNow(),
});

export const watchSources = pgTable(
  'watch_sources',
  {
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    sourceId: ref()
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.watchId, t.sourceId] }), index('watch_sources_source').on(t.sourceId)],
);

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
