import { fullYear, isDay, type WallTime } from './instant.ts';
import { fold, monthNumber, weekdayNumber } from './words.ts';
import { numericOffset, zoneOffset } from './zones.ts';

const TIME = /(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)? ?(?:([ap])\.? ?m\.?(?!\p{L}))?/iu;
const HOUR_ONLY = /(?<![\d:])(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})/iu;
const OFFSET = /(?:GMT|UTC|UT)?\s*([+−-])(\d{1,2}):?(\d{2})?(?!\d|[-/.])/i;
const NUMERIC = /^(\d{1,4})([/. -])(\d{1,2})\2(\d{1,4})$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|o)$/i;

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
  if (!date || (time.offset === null && zone.unknown)) return null;
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

/** Words that join the parts of a date and say nothing themselves. */
const FILLERS: ReadonlySet<string> = new Set([
  '',
  '-',
  '–',
  '|',
  'de',
  'del',
  'of',
  'at',
  'a',
  'as',
  'um',
  'uhr',
  'the',
  'on',
  'el',
  'le',
  'hs',
  'hrs',
  'h',
  'feira',
]);

function takeZone(words: readonly string[]): { offset: number; unknown: boolean; rest: string[] } {
  let offset = 0;
  const rest: string[] = [];
  for (const word of words) {
    const bare = word.replace(/[.]$/, '');
    const known = zoneOffset(bare);
    // `mar`, `sat` and the like are days or months before they are zones.
    if (known !== null && monthNumber(bare) === null && weekdayNumber(bare) === null) offset = known;
    else if (known !== null && bare.length > 1 && bare === bare.toUpperCase() && !isName(bare))
      offset = known;
    else rest.push(bare);
  }
  return { offset, unknown: false, rest };
}

function isName(word: string): boolean {
  return monthNumber(word) !== null || weekdayNumber(word) !== null;
}

function readDay(
  words: readonly string[],
  dayFirst: boolean | null,
): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const numbers: string[] = [];
  const names: string[] = [];
  for (const word of words.flatMap(splitJoined)) {
    const ordinal = ORDINAL.exec(word)?.[1];
    if (ordinal) numbers.push(ordinal);
    else if (/^\d{1,4}$/.test(word)) numbers.push(word);
    else if (!FILLERS.has(fold(word))) names.push(word);
  }
  const weekday = names.length > 0 ? weekdayNumber(names[0] ?? '') : null;
  const months = names.filter(
    (name, index) => monthNumber(name) !== null && !(index === 0 && names.length > 1 && weekday !== null),
  );
  if (months.length === 1 && names.every((name) => name === months[0] || isWeekdayName(name))) {
    return withMonth(numbers, monthNumber(months[0] ?? '') ?? 0);
  }
  if (months.length === 0 && names.every(isWeekdayName))
    return withoutMonth(numbers, words, weekday, dayFirst);
  return null;
}

function isWeekdayName(name: string): boolean {
  return (
    weekdayNumber(name) !== null ||
    /^(?:di|do|mi|fr|sa|so|mo|κυρ|δευ|τρι|τετ|πεμ|παρ|σαβ|κυ|δε|τρ|τε|πε|πα|σα|пн|вт|ср|чт|пт|сб|вс|вск|[\p{L}]{1,5}dag)$/u.test(
      fold(name),
    )
  );
}

/** `30.10.23`, `10/30/23`, `06-Nov-2020`, `2004-július-13`. */
function splitJoined(word: string): string[] {
  const numeric = NUMERIC.exec(word);
  if (numeric) return [numeric[1] ?? '', numeric[3] ?? '', numeric[4] ?? ''];
  return word.split(/(?<=[\d\p{L}])[-/.](?=[\d\p{L}])/u);
}

function withMonth(
  numbers: readonly string[],
  month: number,
): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  if (numbers.length !== 2) return null;
  const [first = '', second = ''] = numbers;
  const yearFirst = first.length === 4;
  const year = fullYear(yearFirst ? first : second);
  const day = Number(yearFirst ? second : first);
  return isDay(year, month, day) ? { year, month, day } : null;
}

function withoutMonth(
  numbers: readonly string[],
  words: readonly string[],
  weekday: number | null,
  dayFirst: boolean | null,
): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const [a = '', b = '', c = ''] = numbers;
  if (numbers.length !== 3) return null;
  if (a.length === 4)
    return isDay(Number(a), Number(b), Number(c))
      ? { year: Number(a), month: Number(b), day: Number(c) }
      : null;
  const year = fullYear(c);
  const dayMonth = { year, month: Number(b), day: Number(a) };
  const monthDay = { year, month: Number(a), day: Number(b) };
  const possible = [dayMonth, monthDay].filter((date) => isDay(date.year, date.month, date.day));
  if (possible.length < 2 || a === b) return possible[0] ?? null;
  const onWeekday = possible.filter(
    (date) => weekday === new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay(),
  );
  if (onWeekday.length === 1) return onWeekday[0] ?? null;
  // With dots the day comes first wherever dots are used.
  const first = words.some((word) => /^\d+\.\d+\.\d+$/.test(word)) ? true : dayFirst;
  return first === null ? null : first ? dayMonth : monthDay;
}
