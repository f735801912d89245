import type { EditionInput } from '@aftermath/core';
import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { deliveries, editionSignals, editions, ledgerHistory, type Told } from '../schema/index.ts';
import { addTasks } from './tasks.ts';

export interface RenderedEdition {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly json: string;
}

export interface NewDelivery {
  readonly recipient: string;
  readonly messageId: string;
}

/**
 * Freezes an edition, marks its signals reported and sets its deliveries going, all or nothing. Null when the
 * watch has an edition of that date already.
 */
export async function storeEdition(
  tx: Executor,
  input: EditionInput,
  rendered: RenderedEdition,
  templateVersion: string,
  recipients: readonly NewDelivery[],
): Promise<number | null> {
  const [row] = await tx
    .insert(editions)
    .values({
      watchId: input.watch.id,
      date: input.date,
      input: JSON.stringify(input),
      templateVersion,
      ...rendered,
      builtAt: new Date(input.builtAt),
    })
    .onConflictDoNothing()
    .returning({ id: editions.id });
  if (row === undefined) return null;
  const editionId = row.id;
  await rememberTold(tx, editionId, input);
  if (recipients.length === 0) return editionId;
  const queued = await tx
    .insert(deliveries)
    .values(recipients.map((delivery) => ({ editionId, channel: 'mail' as const, ...delivery })))
    .onConflictDoNothing()
    .returning({ id: deliveries.id });
  await addTasks(
    tx,
    queued.map(({ id }) => ({ stage: 'deliver', key: String(id) })),
  );
  return editionId;
}

/** What the readers of this edition know from now on, so that a later one can correct it. */
async function rememberTold(tx: Executor, editionId: number, input: EditionInput): Promise<void> {
  const told = (signalId: number, what: Told) => ({ editionId, signalId, told: what });
  const rows = [
    ...input.signals.map(({ signalId }) => told(signalId, 'new')),
    ...input.corrections.flatMap((correction) => {
      if (correction.kind === 'withdrawn') return [told(correction.told.signalId, 'withdrawn')];
      return correction.kind === 'changed' && correction.now !== null
        ? [told(correction.now.signalId, 'changed')]
        : [];
    }),
  ];
  if (rows.length > 0) await tx.insert(editionSignals).values(rows).onConflictDoNothing();
  await tx
    .update(ledgerHistory)
    .set({ toldIn: editionId })
    .where(and(eq(ledgerHistory.watchId, input.watch.id), isNull(ledgerHistory.toldIn)));
}

export interface EditionRow {
  readonly id: number;
  readonly watchId: string;
  readonly date: string;
  readonly subject: string;
  readonly templateVersion: string;
  readonly builtAt: Date;
}

const SUMMARY = {
  id: editions.id,
  watchId: editions.watchId,
  date: editions.date,
  subject: editions.subject,
  templateVersion: editions.templateVersion,
  builtAt: editions.builtAt,
};

/** A watch's editions, the newest first. */
export function listEditions(db: Executor, watchId?: string, limit = 100): Promise<EditionRow[]> {
  return db
    .select(SUMMARY)
    .from(editions)
    .where(watchId === undefined ? undefined : eq(editions.watchId, watchId))
    .orderBy(desc(editions.date), asc(editions.watchId))
    .limit(limit);
}

/** A watch's latest editions with their text, the newest first. */
export function newestEditions(
  db: Executor,
  watchId: string,
  limit: number,
): Promise<(EditionRow & { readonly text: string })[]> {
  return db
    .select({ ...SUMMARY, text: editions.text })
    .from(editions)
    .where(eq(editions.watchId, watchId))
    .orderBy(desc(editions.date))
    .limit(limit);
}

/** The local date of a watch's latest edition up to `today`, or null. */
export async function lastEditionDate(db: Executor, watchId: string, today: string): Promise<string | null> {
  const [row] = await db
    .select({ date: sql<string | null>`max(${editions.date})` })
    .from(editions)
    .where(and(eq(editions.watchId, watchId), lte(editions.date, today)));
  return row?.date ?? null;
}

export interface StoredEdition extends EditionRow, RenderedEdition {
  readonly input: string;
}

export async function findEdition(
  db: Executor,
  which: { readonly id: number } | { readonly watchId: string; readonly date: string },
): Promise<StoredEdition | null> {
  const [row] = await db
    .select()
    .from(editions)
    .where(
      'id' in which
        ? eq(editions.id, which.id)
        : and(eq(editions.watchId, which.watchId), eq(editions.date, which.date)),
    );
  return row ?? null;
}

/** A quote of an edition that is not, or no longer, the stored text at its offsets. */
export interface LooseQuote {
  readonly signalId: number;
  /** `gone`: the text was removed from the store; `other`: the text is there and says something else. */
  readonly state: 'gone' | 'other';
}

/** Compares every quote of an edition with the stored text of its revision. */
export async function looseQuotes(db: Executor, editionId: number): Promise<LooseQuote[]> {
  const { rows } = await db.execute<{ quote: LooseQuote }>(sql`
    select json_build_object('signalId', (s ->> 'signalId')::bigint,
      'state', case when r.id is null then 'gone' else 'other' end) as quote
    from editions e cross join json_array_elements(e.input::json -> 'signals') s
    left join revisions r on r.id = (s ->> 'revisionId')::bigint
    where e.id = ${editionId} and utf16_units(s ->> 'quote') is distinct from
      substr(utf16_units(case s #>> '{at,field}' when 'title' then r.title else r.text end),
        (s #>> '{at,start}')::int + 1, (s #>> '{at,end}')::int - (s #>> '{at,start}')::int)
    order by (s ->> 'signalId')::bigint`);
  return rows.map((row) => row.quote);
}
