import { readDay } from './calendar-day.ts';
import type { WallTime } from './instant.ts';
import { monthNumber, weekdayNumber } from './words.ts';
import { numericOffset, zoneOffset } from './zones.ts';

const TIME = /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)? ?(?:([ap])\.? ?m\.?(?!\p{L}))?/iu;
const HOUR_ONLY = /(?<![\d:])(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})/iu;
const OFFSET = /(?:GMT|UTC|UT)?\s*([+−-])(\d{1,2}):?(\d{2})?(?!\d|[-/.])/i;

/**
 * Dates with words or with slashes: a time and a zone are taken out first, wherever they stand; what is left
 * must be a day, a month and a year, and nothing that isn't a weekday or a filler.
 */
export function parseWrittenDate(text: string, dayFirst: boolean | null): WallTime | null {
  const withoutComment = text.replace(/\([^()]*\)?/g, ' ').replace(/(\d)T(?=\d)/gi, '$1 ');
  const time = takeTime(withoutComment);
  if (!time) return null;
  const words = time.before.split(/[\s,]+/).concat(time.after.split(/[\s,]+/));
  const zone = takeZone(words);
  const date = readDay(zone.rest, dayFirst);
  if (!date) return null;
  return { ...date, ...time.clock, offset: time.offset ?? zone.offset };
}

interface TakenTime {
  readonly clock: Pick<WallTime, 'hour' | 'minute' | 'second' | 'millisecond'>;
  readonly offset: number | null;
  readonly before: string;
  readonly after: string;
}

function takeTime(text: string): TakenTime | null {
  // A day such as 30.10.23 isn't a time: with dots it needs two digits on each side and no third dot.
  const match = TIME.exec(text.replace(/\b\d{1,4}\.\d{1,2}\.\d{2,4}\b/g, (day) => 'x'.repeat(day.length)));
  const short = match ? null : HOUR_ONLY.exec(text);
  const found = match ?? short;
  const clock = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  if (!found) {
    const zoned = takeOffset(text);
    return zoned && { clock, offset: zoned.offset, before: zoned.rest, after: '' };
  }
  const half = (match ? match[5] : short?.[2])?.toLowerCase();
  const hour = toHour(Number(found[1]), half);
  if (hour === null) return null;
  const zoned = takeOffset(text.slice(found.index + found[0].length));
  return (
    zoned && {
      clock: {
        hour,
        minute: Number(match?.[2] ?? 0),
        second: Number(match?.[3] ?? 0),
        millisecond: Number((match?.[4] ?? '').padEnd(3, '0').slice(0, 3)),
      },
      offset: zoned.offset,
      before: text.slice(0, found.index),
      after: zoned.rest,
    }
  );
}

function toHour(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return hour < 24 ? hour : null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function takeOffset(text: string): { offset: number | null; rest: string } | null {
  const match = OFFSET.exec(text);
  if (!match || /[\d\p{L}]$/u.test(text.slice(0, match.index))) return { offset: null, rest: text };
  const offset = numericOffset(match[1] ?? '', match[2] ?? '', match[3] ?? '');
  return offset === null ? null : { offset, rest: text.replace(match[0], ' ') };
}

function takeZone(words: readonly string[]): { offset: number; rest: string[] } {
  let offset = 0;
  const rest: string[] = [];
  for (const word of words) {
    const bare = word.replace(/[.]$/, '');
    const known = zoneOffset(bare);
    // `mar`, `sat` and the like are days or months before they are zones.
    if (known !== null && monthNumber(bare) === null && weekdayNumber(bare) === null) offset = known;
    else rest.push(bare);
  }
  return { offset, rest };
}
