/** Month names and their usual short forms in en, es, pt, de, fr and it, folded to plain letters. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january enero ene janeiro januar janner janvier gennaio gen',
    'feb february febrero fevereiro fev februar fevrier febbraio',
    'mar march marzo marco marz maerz mars',
    'apr april abril abr avril aprile',
    'may mayo maio mai maggio mag',
    'jun june junio junho juni juin giugno giu',
    'jul july julio julho juli juillet luglio lug',
    'aug august agosto ago aout',
    'sep sept september septiembre setiembre set setembro septembre settembre',
    'oct october octubre outubro out okt oktober octobre ottobre ott',
    'nov november noviembre novembro novembre',
    'dec december diciembre dic dezembro dez dezember decembre dicembre',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i;
const DAY_FIRST =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|°|\.)?(?:\s+(?:de|of))?[\s/-]+(\p{L}{3,12})\.?,?(?:\s+(?:de|del))?[\s/-]+(\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const YEAR_FIRST = /(?<!\d)(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/;
const DOTTED = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;
const TIME = /(?<![\d:])(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(a\.?m\b|p\.?m\b)?\.?/i;
const ZONE = /(?:\b(?:UTC|GMT)\b|[+-]\d{2}:?\d{2}\b)/i;

/** News on the web is no older; before it lie the defaults of programs. */
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

/**
 * A machine's or a person's date to ISO 8601 in UTC, or null: never now. Without a zone it is taken for UTC,
 * without a time for midnight. `3/4/2020` is null: nobody knows which is the month.
 */
export function parseDate(text: string): string | null {
  const iso = ISO.exec(text.trim());
  if (iso !== null) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = iso;
    return instant([year, month, day].map(Number), [hour, minute, second].map(Number), zone);
  }
  const day = writtenDay(fold(text));
  if (day === null) return null;
  const time = TIME.exec(text);
  const zone = ZONE.exec(text)?.[0] ?? 'Z';
  return instant(day, time === null ? [0, 0, 0] : clockTime(time), time === null ? 'Z' : zone);
}

function writtenDay(text: string): number[] | null {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return yearFirst.slice(1, 4).map(Number);
  const dotted = DOTTED.exec(text);
  if (dotted === null) return null;
  const [, a, separator, b, year] = dotted.map((part, index) => (index === 2 ? part : Number(part)));
  if (Number(b) > 12) return [Number(year), Number(a), Number(b)];
  // With dots the day comes first wherever dots are used.
  const known = separator === '.' || Number(a) > 12 || a === b;
  return known ? [Number(year), Number(b), Number(a)] : null;
}

function named(year = '', month = '', day = ''): number[] | null {
  const number = MONTHS.get(month);
  return number === undefined ? null : [Number(year), number, Number(day)];
}

function clockTime([, hours, minutes, half]: RegExpExecArray): number[] {
  const hour = Number(hours);
  if (half === undefined) return [hour, Number(minutes), 0];
  return [(hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0), Number(minutes), 0];
}

function instant(day: readonly number[], time: readonly number[], zone: string): string | null {
  const [year = 0, month = 0, date = 0] = day;
  const [hour = 0, minute = 0, second = 0] = time;
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || date < 1 || date > daysOfMonth) {
    return null;
  }
  if (hour > 23 || minute > 59 || second > 60) return null;
  return new Date(Date.UTC(year, month - 1, date, hour, minute - offsetMinutes(zone), second)).toISOString();
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  const total = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -total : total;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
