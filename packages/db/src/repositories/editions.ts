import {
  addDays,
  type EditionCoverage,
  type EditionInput,
  type EditionSignal,
  editionWatch,
} from '@aftermath/core';
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { deliveries, editionSignals, editions } from '../schema/index.ts';
import { sourceHealth } from './sources.ts';
import { addTasks } from './tasks.ts';
import type { WatchRow } from './watches.ts';

/** Signals of one edition at most: far more than anyone reads; the rest goes into the next. */
const EDITION_SIGNALS_MAX = 5_000;

/**
 * Reads what an edition is made from: the live signals that no edition has reported, in the order they came
 * in, never by a date that a publisher claims. A signal that an edit or a new rule made again is reported
 * again only when it says something else.
 */
export async function readEditionInput(
  tx: Executor,
  watch: WatchRow,
  edition: { readonly date: string; readonly builtAt: Date; readonly dashboardUrl: string | null },
): Promise<EditionInput> {
  return {
    watch: editionWatch(watch.definition),
    date: edition.date,
    previousDate: await lastEditionDate(tx, watch.id, addDays(edition.date, -1)),
    builtAt: edition.builtAt.toISOString(),
    signals: await unreportedSignals(tx, watch.id),
    coverage: await coverage(tx, watch.id),
    rulesHash: watch.rulesHash,
    dashboardUrl: edition.dashboardUrl,
  };
}

async function unreportedSignals(tx: Executor, watchId: string): Promise<EditionSignal[]> {
  const { rows } = await tx.execute<{ signal: EditionSignal }>(sql`
    select json_build_object(
      'signalId', s.id, 'category', s.category, 'status', s.status, 'score', s.score,
      'countries', s.countries, 'actors', s.actors, 'quote', e.quote, 'why', e.why,
      'article', json_build_object('id', a.id, 'title', r.title, 'url', a.canonical_url,
        'publishedAt', ${iso(sql`r.published_at`)}, 'firstSeenAt', ${iso(sql`a.first_seen_at`)}, 'lang', r.lang),
      'source', json_build_object('title', src.title, 'country', src.country, 'reliability', src.reliability),
      'storyId', s.story_id, 'copy', m.copy_of is not null,
      'firstFor', coalesce((select json_agg(distinct l.country order by l.country) from ledger l
        where l.signal_id = s.id and l.watch_id = s.watch_id and l.actor = ''), '[]')) as signal
    from signals s
    join articles a on a.id = s.article_id
    join revisions r on r.id = s.revision_id
    join story_members m on m.article_id = s.article_id
    join lateral (select quote, why from evidence where signal_id = s.id order by id limit 1) e on true
    join lateral (select src.title, src.country, src.reliability from items i join sources src on src.id = i.source_id
      where i.article_id = a.id order by src.reliability, i.id limit 1) src on true
    where s.watch_id = ${watchId} and s.superseded_at is null
      and not exists (select 1 from edition_signals es join signals old on old.id = es.signal_id
        where old.watch_id = s.watch_id and old.article_id = s.article_id
          and old.category = s.category and old.status = s.status)
    order by s.id limit ${EDITION_SIGNALS_MAX}`);
  return rows.map((row) => row.signal);
}

/** ISO 8601 UTC with milliseconds, as JavaScript writes it. */
function iso(column: ReturnType<typeof sql>) {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

async function coverage(tx: Executor, watchId: string): Promise<EditionCoverage> {
  const all = await sourceHealth(tx, watchId);
  const failing = all.filter((source) => source.state !== 'healthy');
  return {
    sources: all.length,
    healthy: all.length - failing.length,
    failing: failing.map((source) => ({
      title: source.title,
      country: source.country,
      since: source.failingSince?.toISOString() ?? null,
      reason: source.errorMessage ?? 'not looked at yet',
    })),
  };
}

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
  if (input.signals.length > 0)
    await tx.insert(editionSignals).values(input.signals.map(({ signalId }) => ({ editionId, signalId })));
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
