import type { EvidenceField, SignalStatus } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { articles, revisions, stories } from './articles.ts';
import { id, instant, ref } from './columns.ts';
import { watches } from './watches.ts';

/** What one watch made of one revision, also when that was "not about it". */
export const decisions = pgTable(
  'decisions',
  {
    revisionId: ref()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    inScope: boolean().notNull(),
    relevance: real().notNull(),
    rulesHash: text().notNull(),
    decidedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.watchId] }),
    index('decisions_watch').on(t.watchId, t.inScope),
  ],
);

/** One category found in one article for one watch. Superseded, not changed, when text or rules change. */
export const signals = pgTable(
  'signals',
  {
    id: id(),
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    revisionId: ref()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    storyId: ref()
      .notNull()
      .references(() => stories.id),
    category: text().notNull(),
    score: real().notNull(),
    status: text().$type<SignalStatus>().notNull(),
    countries: text().array().notNull(),
    actors: text().array().notNull(),
    createdAt: instant().notNull().defaultNow(),
    supersededAt: instant(),
  },
  (t) => [
    uniqueIndex('signals_live').on(t.watchId, t.articleId, t.category).where(sql`${t.supersededAt} is null`),
    index('signals_watch').on(t.watchId, t.id),
    index('signals_story').on(t.storyId),
    check('signals_status', sql`${t.status} in ('called-for', 'announced', 'carried-out', 'denied')`),
    check('signals_score', sql`${t.score} between 0 and 1`),
  ],
);

/** A verbatim quote; the trigger of migration 0001 refuses one that is not the text at its offsets. */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    signalId: ref()
      .notNull()
      .references(() => signals.id, { onDelete: 'cascade' }),
    revisionId: ref()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    field: text().$type<EvidenceField>().notNull(),
    /** UTF-16 code units into the field of the revision. */
    startOffset: integer().notNull(),
    endOffset: integer().notNull(),
    quote: text().notNull(),
    why: text().notNull(),
  },
  (t) => [
    index('evidence_signal').on(t.signalId),
    check('evidence_field', sql`${t.field} in ('title', 'text')`),
  ],
);
