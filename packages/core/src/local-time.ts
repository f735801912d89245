import { DateTime } from 'luxon';

/** A wall clock: `HH:MM` in an IANA zone. */
export interface WallTime {
  readonly time: string;
  readonly timeZone: string;
}

/** The calendar date at a moment in a zone, `YYYY-MM-DD`. */
export function localDate(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
}

/** The date some days after another, in no zone at all. */
export function addDays(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Days from one date to another, negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  const [start, end] = [from, to].map((date) => DateTime.fromISO(date, { zone: 'utc' }).toMillis());
  return Math.round(((end ?? Number.NaN) - (start ?? Number.NaN)) / 86_400_000);
}

/**
 * The moment at which a clock on the wall shows `time` on `date`. Where the clock is put forward over that
 * time, the first moment after the gap; where it is put back and shows it twice, the first.
 *
 * @throws RangeError for a date, time or zone that doesn't exist
 */
export function wallInstant(date: string, { time, timeZone }: WallTime): Date {
  const wanted = DateTime.fromISO(`${date}T${time}`, { zone: timeZone });
  if (!wanted.isValid)
    throw new RangeError(`${date} ${time} in ${timeZone}: ${wanted.invalidExplanation ?? 'no such time'}`);
  if (wanted.toFormat('yyyy-MM-dd HH:mm') !== `${date} ${time}`) return afterGap(wanted, date, time);
  const earlier = wanted.getPossibleOffsets().map((possible) => possible.toMillis());
  return new Date(Math.min(...earlier));
}

/** In a gap luxon moves the time on by the gap's length; the gap's end is the first minute that was not skipped. */
function afterGap(moved: DateTime, date: string, time: string): Date {
  let at = moved;
  const isAfter = (candidate: DateTime) => candidate.toFormat('yyyy-MM-dd HH:mm') > `${date} ${time}`;
  while (isAfter(at.minus({ minutes: 1 }))) at = at.minus({ minutes: 1 });
  return at.toJSDate();
}
