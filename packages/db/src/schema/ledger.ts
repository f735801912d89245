import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns.ts';
import { editions } from './editions.ts';
import { signals } from './signals.ts';
import { watches } from './watches.ts';

/** The first time each (category, country, actor) was seen; '' stands for none. */
export const ledger = pgTable(
  'ledger',
  {
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    country: text().notNull(),
    actor: text().notNull(),
    /** The publisher's time, null when it gave none. */
    publishedAt: instant(),
    /** Our own time. */
    seenAt: instant().notNull(),
    signalId: ref()
      .notNull()
      .references(() => signals.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.watchId, t.category, t.country, t.actor] }),
    index('ledger_signal').on(t.signalId),
  ],
);

/** What the ledger said before: an entry that a late article, or an edit of the first one, put right. */
export const ledgerHistory = pgTable(
  'ledger_history',
  {
    id: id(),
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    category: text().notNull(),
    country: text().notNull(),
    actor: text().notNull(),
    publishedAt: instant(),
    seenAt: instant().notNull(),
    signalId: ref()
      .notNull()
      .references(() => signals.id, { onDelete: 'cascade' }),
    replacedAt: instant().notNull().defaultNow(),
    /** The edition that told its readers. */
    toldIn: ref().references(() => editions.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('ledger_history_key').on(t.watchId, t.category, t.country, t.actor),
    index('ledger_history_signal').on(t.signalId),
  ],
);
