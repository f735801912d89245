import type { WallTime } from './instant.ts';
import { monthNumber } from './words.ts';
import { numericOffset, zoneOffset } from './zones.ts';

const RFC822 =
  /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (?:([+-])(\d{2})(\d{2})|([A-Z]{2,4}))$/;

/** RFC 822 as it should be, which most dates of feeds are: the quick way for them. Null: not of that shape. */
export function parseRfc822Date(text: string): WallTime | null {
  const match = RFC822.exec(text);
  const month = match && monthNumber(match[2] ?? '');
  if (!match || month === null) return null;
  const [, day, , year, hour, minute, second, sign, hours, minutes, zone] = match;
  const offset = sign ? numericOffset(sign, hours ?? '', minutes ?? '') : zoneOffset(zone ?? '');
  if (offset === null) return null;
  return {
    year: Number(year),
    month,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    millisecond: 0,
    offset,
  };
}
