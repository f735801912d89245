import { isEarlier, type LedgerKey, ledgerKeys, type SeenTimes } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { jsonRows } from '../json-rows.ts';
import { ledger, ledgerHistory } from '../schema/index.ts';
import type { StoredRevision } from './revisions.ts';
import type { StoredSignal } from './signals.ts';

/** With a watch's hash: one writer of its ledger at a time, so that no entry is replaced unseen. */
const LEDGER_LOCK = 4_717_003;

/** Keeps the ledger of a watch as it is until the transaction ends. */
export async function lockLedger(tx: Executor, watchId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LEDGER_LOCK}, hashtext(${watchId}))`);
}

interface Entry extends LedgerKey, SeenTimes {
  readonly signalId: number;
  readonly articleId: number;
}

/**
 * Enters the live signals of an article in the ledger of first times. An entry is replaced by a signal that was
 * published earlier, since articles come in any order, and when its own signal was withdrawn or made again; what it
 * said before is kept in the history. Signals must be stored already.
 */
export async function recordFirstSeen(
  tx: Executor,
  watchId: string,
  stored: readonly StoredSignal[],
  revision: Pick<StoredRevision, 'articleId' | 'publishedAt' | 'firstSeenAt'>,
): Promise<void> {
  await lockLedger(tx, watchId);
  const { articleId, publishedAt, firstSeenAt: seenAt } = revision;
  const own = stored.flatMap(({ id: signalId, signal }) =>
    ledgerKeys(signal).map((key): Entry => ({ ...key, publishedAt, seenAt, signalId, articleId })),
  );
  const fallen = await fallenEntries(tx, watchId, articleId);
  const standing = await entriesOf(tx, watchId, own);
  const fallenKeys = new Set(fallen.map(keyOf));
  const heirs = await earliestSignals(tx, watchId, fallen);
  const next = own.filter((entry) => {
    if (fallenKeys.has(keyOf(entry))) return false;
    const before = standing.get(keyOf(entry));
    return before === undefined || isEarlier(entry, before);
  });
  const replaced = [
    ...next.flatMap((entry) => standing.get(keyOf(entry)) ?? []),
    ...fallen.filter((entry) => heirs.get(keyOf(entry))?.articleId !== entry.articleId),
  ];
  await write(tx, watchId, { remove: [...next, ...fallen], replaced, add: [...next, ...heirs.values()] });
}

/** Entries that stand on a signal of this article which is superseded. */
async function fallenEntries(tx: Executor, watchId: string, articleId: number): Promise<Entry[]> {
  const { rows } = await tx.execute<RawEntry>(sql`
    select l.category, l.country, l.actor, l.published_at, l.seen_at, l.signal_id, s.article_id
    from signals s join ledger l on l.signal_id = s.id
    where s.watch_id = ${watchId} and s.article_id = ${articleId} and s.superseded_at is not null`);
  return rows.map(entryOf);
}

async function entriesOf(
  tx: Executor,
  watchId: string,
  keys: readonly LedgerKey[],
): Promise<ReadonlyMap<string, Entry>> {
  if (keys.length === 0) return new Map();
  const { rows } = await tx.execute<RawEntry>(sql`
    select l.category, l.country, l.actor, l.published_at, l.seen_at, l.signal_id, s.article_id
    from ${keyRows(keys)} join ledger l using (category, country, actor) join signals s on s.id = l.signal_id
    where l.watch_id = ${watchId}`);
  return byKey(rows.map(entryOf));
}

/** The earliest live signal of each key, where there is one. */
async function earliestSignals(
  tx: Executor,
  watchId: string,
  keys: readonly LedgerKey[],
): Promise<ReadonlyMap<string, Entry>> {
  if (keys.length === 0) return new Map();
  const { rows } = await tx.execute<RawEntry>(sql`
    select added.category, added.country, added.actor, first.* from ${keyRows(keys)}
    join lateral (select r.published_at, a.first_seen_at as seen_at, s.id as signal_id, s.article_id
      from signals s join revisions r on r.id = s.revision_id join articles a on a.id = s.article_id
      where s.watch_id = ${watchId} and s.superseded_at is null and s.category = added.category
        and (added.country = '' or added.country = any(s.countries))
        and (added.actor = '' or added.actor = any(s.actors))
      order by least(coalesce(r.published_at, a.first_seen_at), a.first_seen_at), s.id limit 1) first on true`);
  return byKey(rows.map(entryOf));
}

async function write(
  tx: Executor,
  watchId: string,
  {
    remove,
    replaced,
    add,
  }: {
    readonly remove: readonly Entry[];
    readonly replaced: readonly Entry[];
    readonly add: readonly Entry[];
  },
): Promise<void> {
  const row = ({ articleId: _, ...entry }: Entry) => ({ watchId, ...entry });
  if (remove.length > 0)
    await tx.execute(sql`delete from ledger l using ${keyRows(remove)} where l.watch_id = ${watchId}
      and l.category = added.category and l.country = added.country and l.actor = added.actor`);
  if (replaced.length > 0) await tx.insert(ledgerHistory).values(replaced.map(row));
  if (add.length > 0) await tx.insert(ledger).values(add.map(row));
}

type RawEntry = Record<string, unknown> & {
  readonly category: string;
  readonly country: string;
  readonly actor: string;
  readonly published_at: Date | string | null;
  readonly seen_at: Date | string;
  readonly signal_id: number | string;
  readonly article_id: number | string;
};

function entryOf(row: RawEntry): Entry {
  return {
    category: row.category,
    country: row.country,
    actor: row.actor,
    publishedAt: row.published_at === null ? null : new Date(row.published_at),
    seenAt: new Date(row.seen_at),
    signalId: Number(row.signal_id),
    articleId: Number(row.article_id),
  };
}

function keyRows(keys: readonly LedgerKey[]) {
  return jsonRows(
    keys.map(({ category, country, actor }) => ({ category, country, actor })),
    sql`category text, country text, actor text`,
  );
}

function byKey(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [keyOf(entry), entry]));
}

function keyOf({ category, country, actor }: LedgerKey): string {
  return JSON.stringify([category, country, actor]);
}

export interface LedgerRow extends LedgerKey {
  readonly publishedAt: Date | null;
  readonly seenAt: Date;
  readonly signalId: number;
  readonly storyId: number;
  readonly quote: string;
  readonly title: string;
  readonly url: string;
  /** What the entry said before, the latest first. */
  readonly history: readonly {
    readonly publishedAt: string | null;
    readonly seenAt: string;
    readonly signalId: number;
    readonly replacedAt: string;
  }[];
}

/** The ledger of a watch: what was first seen when, with its quote, its story, and what was thought before. */
export async function listLedger(db: Executor, watchId: string, limit = 10_000): Promise<LedgerRow[]> {
  const { rows } = await db.execute<{ row: LedgerRow & { publishedAt: string | null; seenAt: string } }>(sql`
    select json_build_object('category', l.category, 'country', l.country, 'actor', l.actor,
      'publishedAt', l.published_at, 'seenAt', l.seen_at, 'signalId', l.signal_id, 'storyId', s.story_id,
      'quote', e.quote, 'title', r.title, 'url', a.canonical_url,
      'history', coalesce((select json_agg(json_build_object('publishedAt', h.published_at, 'seenAt', h.seen_at,
        'signalId', h.signal_id, 'replacedAt', h.replaced_at) order by h.id desc) from ledger_history h
        where h.watch_id = l.watch_id and h.category = l.category and h.country = l.country
          and h.actor = l.actor), '[]')) as row
    from ledger l join signals s on s.id = l.signal_id join revisions r on r.id = s.revision_id
    join articles a on a.id = s.article_id
    join lateral (select quote from evidence where signal_id = s.id order by id limit 1) e on true
    where l.watch_id = ${watchId} order by l.category, l.country, l.actor limit ${limit}`);
  return rows.map(({ row }) => ({
    ...row,
    publishedAt: row.publishedAt === null ? null : new Date(row.publishedAt),
    seenAt: new Date(row.seenAt),
  }));
}
