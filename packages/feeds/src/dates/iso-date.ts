import type { WallTime } from './instant.ts';
import { numericOffset, zoneOffset } from './zones.ts';

const DAY = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?|-?(\d{3}))?$/;
const TIME =
  /^(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,12}))?)?)? ?(?:(Z)|([+−-])(\d{1,2}):?(\d{2})?|([A-Za-z/]{1,12}))?$/i;

/** ISO 8601, its W3CDTF profile, and what databases print: `2024-05-01 10:00:00.0 +0200`. Null: not of that shape. */
export function parseIsoDate(text: string): WallTime | null {
  const split = /[T ]/i.exec(text);
  const day = DAY.exec(split ? text.slice(0, split.index) : text);
  if (!day) return null;
  const time = split ? parseTime(text.slice(split.index + 1).trim()) : MIDNIGHT;
  if (!time) return null;
  const year = Number(day[1]);
  if (day[4] !== undefined) {
    const date = new Date(Date.UTC(year, 0, Number(day[4])));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time };
  }
  return { year, month: Number(day[2] ?? 1), day: Number(day[3] ?? 1), ...time };
}

type Time = Omit<WallTime, 'year' | 'month' | 'day'>;
const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, millisecond: 0, offset: 0 };

function parseTime(text: string): Time | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour, minute, second, fraction, , sign, hours, minutes, name] = match;
  const offset = sign ? numericOffset(sign, hours ?? '', minutes ?? '') : name ? zoneOffset(name) : 0;
  if (offset === null) return null;
  return {
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Number((fraction ?? '').padEnd(3, '0').slice(0, 3)),
    offset,
  };
}
