import { addDays, localDate, type WallTime, wallInstant } from './local-time.ts';

export interface DigestHistory extends WallTime {
  /** When the watch was made: nothing is due from before. */
  readonly since: Date;
  /**
   * Local date of its latest edition up to today, or null. One of a later date was made by a clock that ran
   * ahead; it stands, and must not hold back the days until then.
   */
  readonly lastDate: string | null;
}

/**
 * The local date whose edition is due now, or null. An edition belongs to a date of the watch's calendar, not
 * to a moment: whatever clocks do (summer time, jumps, days switched off), a date comes up once, and after an
 * outage only the latest one does. cron expressions can't promise that: they skip or double local times.
 */
export function dueDigest(
  { time, timeZone, since, lastDate }: DigestHistory,
  now: Date,
): { readonly date: string } | null {
  const today = localDate(now, timeZone);
  const date = wallInstant(today, { time, timeZone }) <= now ? today : addDays(today, -1);
  // Dates compare as text. A clock that was put back finds its date already taken.
  if (lastDate !== null && date <= lastDate) return null;
  if (wallInstant(date, { time, timeZone }) <= since) return null;
  return { date };
}
