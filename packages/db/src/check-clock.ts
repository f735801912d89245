import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** A lock on the queue is judged by its holder's clock: one that is further off would steal work in hand. */
const DIFFERENCE_MS_MAX = 5_000;

/** @throws when this machine's clock and the database's differ by more than five seconds, or it doesn't answer */
export async function checkClock(db: Database, now: () => number = Date.now): Promise<void> {
  const before = now();
  const { rows } = await db.orm.execute<{ ms: number }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  const after = now();
  const theirs = rows[0]?.ms ?? 0;
  // The answer was made some time in between.
  const differenceMs = Math.max(before - theirs, theirs - after, 0);
  if (differenceMs <= DIFFERENCE_MS_MAX) return;
  throw new Error(
    `this machine's clock differs from the database's by ${Math.round(differenceMs / 1_000)} s: set both by NTP`,
  );
}
