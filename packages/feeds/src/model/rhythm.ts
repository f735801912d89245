/** What a feed says of its own rhythm, as the wire had it. */
export interface Rhythm {
  /** Minutes (RSS 2.0). */
  readonly ttl: string | null;
  readonly updatePeriod: string | null;
  /** How many times in a period. */
  readonly updateFrequency: string | null;
  readonly skipHours: readonly string[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** RSS 1.0's syndication module. A year is its longest period: a wish beyond it is a slip. */
const PERIODS_MS: ReadonlyMap<string, number> = new Map([
  ['hourly', 3_600_000],
  ['daily', DAY_MS],
  ['weekly', 7 * DAY_MS],
  ['monthly', 30 * DAY_MS],
  ['yearly', 365 * DAY_MS],
]);
const INTERVAL_MS_MAX = 365 * DAY_MS;

/** The longer of the wishes a feed has, in milliseconds; null when it has none that can be meant. */
export function refreshIntervalMs({ ttl, updatePeriod, updateFrequency }: Rhythm): number | null {
  const period = PERIODS_MS.get(updatePeriod?.toLowerCase() ?? '');
  const times = updateFrequency === null ? 1 : positive(updateFrequency);
  const wishes = [
    (positive(ttl) ?? 0) * MINUTE_MS,
    period !== undefined && times !== null ? Math.ceil(period / times) : 0,
  ].filter((wish) => wish > 0 && wish <= INTERVAL_MS_MAX);
  return wishes.length === 0 ? null : Math.max(...wishes);
}

/** Hours in UTC, in order. RSS 0.91 counted them from 1 to 24, 2.0 from 0 to 23: 24 is midnight. */
export function skipHours({ skipHours: texts }: Rhythm): number[] {
  const hours = texts.flatMap((text) =>
    /^\d{1,2}$/.test(text) && Number(text) <= 24 ? Number(text) % 24 : [],
  );
  const distinct = [...new Set(hours)].sort((a, b) => a - b);
  // A feed that is never to be looked at says nothing.
  return distinct.length < 24 ? distinct : [];
}

function positive(text: string | null): number | null {
  const number = /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
  return number > 0 ? number : null;
}
