import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, dueDigest, localDate } from '@aftermath/core';
import { type Database, ensureTasks, lastEditionDate, listWatches } from '@aftermath/db';
import { editionKey } from './build-edition.ts';

/** An edition starts at most this long after its time. */
const TICK_MS = 5_000;

interface ScheduleContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly onFault: (error: unknown) => void;
}

/** Writes a task for each edition that is due; any number of schedulers may, a date's task is one row. */
export async function scheduleEditions(context: ScheduleContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await addDueEditions(context).catch(context.onFault);
    await sleep(TICK_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** One look at every watch. */
export async function addDueEditions({ db, clock }: ScheduleContext): Promise<void> {
  for (const watch of await listWatches(db.orm)) {
    const { time, timeZone } = watch.definition.digest;
    const now = clock.now();
    const lastDate = await lastEditionDate(db.orm, watch.id, localDate(now, timeZone));
    const due = dueDigest({ time, timeZone, since: watch.createdAt, lastDate }, now);
    if (due === null) continue;
    await db.transaction((tx) =>
      ensureTasks(tx, [{ stage: 'edition', key: editionKey(watch.id, due.date) }]),
    );
  }
}
