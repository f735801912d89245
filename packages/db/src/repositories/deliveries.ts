import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { type DeliveryState, deliveries, editions, watches } from '../schema/index.ts';

export interface DeliveryJob {
  readonly id: number;
  readonly editionId: number;
  readonly watchId: string;
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly messageId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly builtAt: Date;
}

export async function findDelivery(db: Executor, id: number): Promise<DeliveryJob | null> {
  const [row] = await db
    .select({
      id: deliveries.id,
      editionId: editions.id,
      watchId: watches.id,
      recipient: deliveries.recipient,
      state: deliveries.state,
      messageId: deliveries.messageId,
      subject: editions.subject,
      html: editions.html,
      text: editions.text,
      builtAt: editions.builtAt,
    })
    .from(deliveries)
    .innerJoin(editions, eq(editions.id, deliveries.editionId))
    .innerJoin(watches, eq(watches.id, editions.watchId))
    .where(eq(deliveries.id, id));
  return row ?? null;
}

/** Moves a delivery from one state to another; false when it was not in the first. */
export async function moveDelivery(
  db: Executor,
  id: number,
  from: DeliveryState,
  to: DeliveryState,
  response: string | null = null,
): Promise<boolean> {
  const { rowCount } = await db
    .update(deliveries)
    .set({
      state: to,
      response,
      updatedAt: sql`now()`,
      ...(to === 'sending' ? { attempts: sql`${deliveries.attempts} + 1` } : {}),
    })
    .where(and(eq(deliveries.id, id), eq(deliveries.state, from)));
  return rowCount === 1;
}

export interface DeliveryRow {
  readonly id: number;
  readonly editionId: number;
  readonly recipient: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly response: string | null;
  readonly updatedAt: Date;
}

export function listDeliveries(db: Executor, editionId?: number): Promise<DeliveryRow[]> {
  return db
    .select()
    .from(deliveries)
    .where(editionId === undefined ? undefined : eq(deliveries.editionId, editionId))
    .orderBy(asc(deliveries.id))
    .limit(1_000);
}

/** How many deliveries stand in each state. */
export function countDeliveries(db: Executor): Promise<{ state: DeliveryState; deliveries: number }[]> {
  return db
    .select({ state: deliveries.state, deliveries: count() })
    .from(deliveries)
    .groupBy(deliveries.state)
    .orderBy(asc(deliveries.state));
}
