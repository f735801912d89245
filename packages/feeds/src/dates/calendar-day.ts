import { fullYear, isDay, type WallTime } from './instant.ts';
import { fold, monthNumber, weekdayNumber } from './words.ts';

type CalendarDay = Pick<WallTime, 'year' | 'month' | 'day'>;

const NUMERIC = /^(\d{1,4})([/. -])(\d{1,2})\2(\d{1,4})$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|o)$/i;

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
  // What web pages put before a date.
  ...'em el publicado publicada actualizado actualizada atualizado atualizada fecha data posted published updated'.split(
    ' ',
  ),
]);

/** A day, month and year among words, of which every other one must be a weekday or a filler; else null. */
export function readDay(words: readonly string[], dayFirst: boolean | null): CalendarDay | null {
  const numbers: string[] = [];
  const names: string[] = [];
  for (const word of words.flatMap((written) => splitJoined(written.replace(/:$/, '')))) {
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

function withMonth(numbers: readonly string[], month: number): CalendarDay | null {
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
): CalendarDay | null {
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
