import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns.ts';
import { signals } from './signals.ts';
import { watches } from './watches.ts';

/** One frozen issue of a watch's digest. */
export const editions = pgTable(
  'editions',
  {
    id: id(),
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    /** The watch's local date, YYYY-MM-DD. */
    date: text().notNull(),
    /** JSON of the EditionInput: text, not jsonb, so that its bytes stay. */
    input: text().notNull(),
    templateVersion: text().notNull(),
    subject: text().notNull(),
    html: text().notNull(),
    text: text().notNull(),
    json: text().notNull(),
    builtAt: instant().notNull(),
  },
  (t) => [unique('editions_watch_date').on(t.watchId, t.date)],
);

/** What an edition told of a signal: `withdrawn` says that what was told before no longer stands. */
export type Told = 'new' | 'changed' | 'withdrawn';

/** Which signals an edition reported: a signal is new until it is here. */
export const editionSignals = pgTable(
  'edition_signals',
  {
    editionId: ref()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    signalId: ref()
      .notNull()
      .references(() => signals.id, { onDelete: 'cascade' }),
    told: text().$type<Told>().notNull().default('new'),
  },
  (t) => [
    primaryKey({ columns: [t.signalId, t.editionId] }),
    check('edition_signals_told', sql`${t.told} in ('new', 'changed', 'withdrawn')`),
  ],
);

export type DeliveryState = 'ready' | 'sending' | 'accepted' | 'rejected' | 'unknown';

/** One edition to one recipient over one channel, once. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    editionId: ref()
      .notNull()
      .references(() => editions.id, { onDelete: 'cascade' }),
    channel: text().$type<'mail'>().notNull(),
    recipient: text().notNull(),
    state: text().$type<DeliveryState>().notNull().default('ready'),
    messageId: text().notNull(),
    attempts: integer().notNull().default(0),
    response: text(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('deliveries_once').on(t.editionId, t.channel, t.recipient),
    check('deliveries_state', sql`${t.state} in ('ready', 'sending', 'accepted', 'rejected', 'unknown')`),
  ],
);

/** Why a recipient of a watch gets no more mail. */
export type StopReason = 'unsubscribed' | 'bounced';

/** Recipients of a watch who get no mail, although its file names them. */
export const stoppedRecipients = pgTable(
  'stopped_recipients',
  {
    watchId: text()
      .notNull()
      .references(() => watches.id, { onDelete: 'cascade' }),
    /** In lower case. */
    recipient: text().notNull(),
    reason: text().$type<StopReason>().notNull(),
    /** What the mail server said. */
    response: text(),
    stoppedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.watchId, t.recipient] }),
    check('stopped_recipients_reason', sql`${t.reason} in ('unsubscribed', 'bounced')`),
  ],
);
