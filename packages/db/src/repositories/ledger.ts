import { ledgerKeys } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { ledger } from '../schema/index.ts';
import type { StoredRevision } from './articles.ts';
import type { StoredSignal } from './signals.ts';

/**
 * Enters signals in the ledger of first times. An entry is replaced only by a signal that was published
 * earlier: articles come in any order.
 */
export async function recordFirstSeen(
  tx: Executor,
  watchId: string,
  stored: readonly StoredSignal[],
  revision: Pick<StoredRevision, 'publishedAt' | 'firstSeenAt'>,
): Promise<void> {
  const { publishedAt, firstSeenAt: seenAt } = revision;
  const rows = stored.flatMap(({ id: signalId, signal }) =>
    ledgerKeys(signal).map((key) => ({ watchId, ...key, publishedAt, seenAt, signalId })),
  );
  if (rows.length === 0) return;
  // In one order everywhere, so that two workers don't wait for each other's rows.
  const ordered = rows.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  const earlier = sql`coalesce(excluded.published_at, excluded.seen_at) < coalesce(${ledger.publishedAt}, ${ledger.seenAt})`;
  await tx
    .insert(ledger)
    .values(ordered)
    .onConflictDoUpdate({
      target: [ledger.watchId, ledger.category, ledger.country, ledger.actor],
      set: {
        publishedAt: sql`excluded.published_at`,
        seenAt: sql`excluded.seen_at`,
        signalId: sql`excluded.signal_id`,
      },
      setWhere: earlier,
    });
}

function keyOf({ category, country, actor }: { category: string; country: string; actor: string }): string {
  return `${category} ${country} ${actor}`;
}
