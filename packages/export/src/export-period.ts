import { addDays, wallInstant } from '@aftermath/core';

/** Local dates of a watch's zone, `YYYY-MM-DD`, both included; absent: no limit. */
export interface ExportPeriod {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** The moments from which on, and before which, articles are of the period. */
export function periodInstants(
  { since, until }: ExportPeriod,
  timeZone: string,
): { since?: Date; before?: Date } {
  const midnight = (date: string) => wallInstant(date, { time: '00:00', timeZone });
  return {
    ...(since === undefined ? {} : { since: midnight(since) }),
    ...(until === undefined ? {} : { before: midnight(addDays(until, 1)) }),
  };
}
