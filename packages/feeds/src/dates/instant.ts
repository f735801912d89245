/** A calendar date and wall time with its offset from UTC in minutes. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly offset: number;
}

/** Before it lie the defaults of programs (year 1, 1900), no news. */
const YEAR_MIN = 1901;
const YEAR_MAX = 9999;

/** ISO 8601 in UTC, or null when there is no such day or time. */
export function toInstant(wall: WallTime): string | null {
  const { year, month, day, hour, minute, second, millisecond, offset } = wall;
  if (!isDay(year, month, day)) return null;
  const midnightAtEnd = hour === 24 && minute === 0 && second === 0;
  if ((hour > 23 && !midnightAtEnd) || minute > 59 || second > 60) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute - offset, Math.min(second, 59), millisecond);
  const date = new Date(time);
  return date.getUTCFullYear() > YEAR_MAX ? null : date.toISOString();
}

export function isDay(year: number, month: number, day: number): boolean {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function fullYear(year: string): number {
  const value = Number(year);
  // RFC 2822 §4.3.
  if (year.length === 2) return value < 50 ? 2000 + value : 1900 + value;
  return value;
}
