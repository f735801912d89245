import { randomBytes } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { type StopReason, settings, stoppedRecipients } from '../schema/index.ts';
import type { Subscription } from '../unsubscribe-token.ts';
import { readSetting } from './settings.ts';

const SECRET = 'unsubscribe-secret';

/** The secret that unsubscribe links are signed with; made at the first use, the same ever after. */
export async function unsubscribeSecret(db: Executor): Promise<string> {
  const value = randomBytes(32).toString('base64url');
  await db.insert(settings).values({ key: SECRET, value }).onConflictDoNothing();
  return String(await readSetting(db, SECRET));
}

/** Ends the mail of a watch to one recipient. The first reason stays. */
export async function stopRecipient(
  db: Executor,
  { watchId, recipient }: Subscription,
  reason: StopReason,
  response: string | null = null,
): Promise<void> {
  await db
    .insert(stoppedRecipients)
    .values({ watchId, recipient: recipient.toLowerCase(), reason, response })
    .onConflictDoNothing();
}

/** Lets a recipient have mail again; false: it was not stopped. */
export async function resumeRecipient(db: Executor, { watchId, recipient }: Subscription): Promise<boolean> {
  const { rowCount } = await db.delete(stoppedRecipients).where(same({ watchId, recipient }));
  return rowCount === 1;
}

export interface StoppedRecipient extends Subscription {
  readonly reason: StopReason;
  readonly response: string | null;
  readonly stoppedAt: Date;
}

/** Recipients of a watch who get no mail, by address. */
export function listStopped(db: Executor, watchId: string): Promise<StoppedRecipient[]> {
  return db
    .select()
    .from(stoppedRecipients)
    .where(eq(stoppedRecipients.watchId, watchId))
    .orderBy(asc(stoppedRecipients.recipient));
}

export async function findStopped(db: Executor, which: Subscription): Promise<StoppedRecipient | null> {
  const [row] = await db.select().from(stoppedRecipients).where(same(which));
  return row ?? null;
}

function same({ watchId, recipient }: Subscription) {
  return and(
    eq(stoppedRecipients.watchId, watchId),
    eq(stoppedRecipients.recipient, recipient.toLowerCase()),
  );
}
