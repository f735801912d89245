import type { SourceState } from '@aftermath/core';
import { and, eq, or, sql } from 'drizzle-orm';
import type { Transaction } from '../database.ts';
import { type SourceEventKind, sourceEvents, sources, tasks } from '../schema/index.ts';
import { addTasks } from './tasks.ts';

type StoredSource = typeof sources.$inferSelect;

export interface SteeredSource {
  readonly id: number;
  readonly title: string;
  readonly url: string;
  readonly before: SourceState;
  /** False: it was so already, and nothing was changed. */
  readonly changed: boolean;
}

/** Leaves a source alone until it is resumed. Null: there is none with this number or address. */
export function pauseSource(tx: Transaction, idOrUrl: string): Promise<SteeredSource | null> {
  return steer(tx, idOrUrl, 'paused', async (source) => {
    if (source.pausedAt !== null) return false;
    await tx.update(sources).set({ pausedAt: sql`now()` }).where(eq(sources.id, source.id));
    // Whoever is looking at it just now loses the claim, and what he found is found again later.
    await tx
      .update(tasks)
      .set({ state: 'done', leaseUntil: null, finishedAt: sql`now()` })
      .where(and(eq(tasks.stage, 'pull'), eq(tasks.key, String(source.id))));
    return true;
  });
}

/** Looks at a source again, at once: one that was paused, and one that was gone or far off. */
export function resumeSource(tx: Transaction, idOrUrl: string): Promise<SteeredSource | null> {
  return steer(tx, idOrUrl, 'resumed', async (source) => {
    await tx
      .update(sources)
      .set({ pausedAt: null, goneAt: null, acknowledgedAt: null })
      .where(eq(sources.id, source.id));
    await addTasks(tx, [{ stage: 'pull', key: String(source.id) }]);
    return true;
  });
}

/** Says that an operator knows of a source that can't be read: it is not told again until its state changes. */
export function acknowledgeSource(tx: Transaction, idOrUrl: string): Promise<SteeredSource | null> {
  return steer(tx, idOrUrl, 'acknowledged', async (source) => {
    const down = source.pausedAt === null && (source.state === 'failing' || source.state === 'dead');
    if (!down || source.acknowledgedAt !== null) return false;
    await tx.update(sources).set({ acknowledgedAt: sql`now()` }).where(eq(sources.id, source.id));
    return true;
  });
}

async function steer(
  tx: Transaction,
  idOrUrl: string,
  kind: SourceEventKind,
  change: (source: StoredSource) => Promise<boolean>,
): Promise<SteeredSource | null> {
  const byId = /^\d{1,15}$/.test(idOrUrl) ? eq(sources.id, Number(idOrUrl)) : undefined;
  const [source] = await tx
    .select()
    .from(sources)
    .where(or(byId, eq(sources.url, idOrUrl)))
    .for('update');
  if (source === undefined) return null;
  const before = source.pausedAt === null ? source.state : 'paused';
  const changed = await change(source);
  if (changed) {
    const toState = kind === 'paused' ? 'paused' : source.state;
    const message = 'by an operator';
    await tx.insert(sourceEvents).values({ sourceId: source.id, kind, fromState: before, toState, message });
  }
  return { id: source.id, title: source.title, url: source.url, before, changed };
}
