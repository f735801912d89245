import { DateTime } from 'luxon';

/** Marks that make the text after them run the other way. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** One line, whatever a title holds: it can't begin a header, forge a heading of the text part, or turn its line around. */
export function oneLine(text: string): string {
  return text
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Cut by characters, never inside one, with a mark. */
export function clip(text: string, charsMax: number): string {
  const characters = [...text];
  return characters.length <= charsMax ? text : `${characters.slice(0, charsMax).join('').trimEnd()} […]`;
}

/** A moment as the watch's clock shows it; null for what is no time. */
export function moment(iso: string, timeZone: string): string | null {
  const at = DateTime.fromISO(iso, { zone: timeZone });
  return at.isValid ? at.toFormat('yyyy-MM-dd HH:mm') : null;
}

/** A date of the calendar as people write it, such as `10 March 2026`; what is no date, as it stands. */
export function longDate(date: string, { months, longDate: join }: DateWords): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? date : join(String(Number(day)), name, year);
}

/** How a language writes dates: ours, since those of the runtime change with its version, and editions must not. */
export interface DateWords {
  readonly months: readonly string[];
  readonly longDate: (day: string, month: string, year: string) => string;
}
