import { addDays, type DigestSettings, localDate, type WallTime, wallInstant } from '@aftermath/core';

export interface ReplayPeriod {
  /** Local dates of the watch's zone, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly to: string;
}

export interface EditionTime {
  readonly date: string;
  readonly at: Date;
}

/**
 * The moments of a simulated run: it starts with the first local day, and ends with the edition of the
 * morning after the last, so that everything published in the period is in one.
 */
export function editionTimes({ time, timeZone }: DigestSettings, { from, to }: ReplayPeriod) {
  const after = addDays(to, 1);
  return {
    start: wallInstant(from, { time: '00:00', timeZone }),
    end: wallInstant(after, { time: '00:00', timeZone }),
    localDate: (at: Date) => localDate(at, timeZone),
    editions: eachEdition(from, after, { time, timeZone }),
  };
}

function* eachEdition(from: string, to: string, settings: WallTime): Generator<EditionTime, undefined> {
  for (let date = from; date <= to; date = addDays(date, 1)) yield { date, at: wallInstant(date, settings) };
  return undefined;
}
