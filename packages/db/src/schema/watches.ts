import type {
  ListSelectors,
  Reliability,
  SourceKind,
  SourceRhythm,
  SourceStanding,
  Watch,
} from '@aftermath/core';
import { boolean, index, integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core';
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
  /** As the looks left it; `paused` is told by `pausedAt` alone. */
  state: text().$type<SourceStanding['state']>().notNull().default('new'),
  trouble: real().notNull().default(0),
  pausedAt: instant(),
  /** Its server said that it will not come back (410): it is not asked again. */
  goneAt: instant(),
  /** When operators were last told of its state, and when one said that he knows. */
  toldAt: instant(),
  acknowledgedAt: instant(),
  /** Where it is asked for, when it moved for good; its `url` stays what watch files call it. */
  fetchUrl: text(),
  /** Where it says that it moved to, and in how many looks in a row: believed after some. */
  movedTo: text(),
  movedSeen: integer().notNull().default(0),
  rhythm: jsonb().$type<SourceRhythm>(),
  lastItemAt: instant(),
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
