import { toInstant } from './instant.ts';
import { parseIsoDate } from './iso-date.ts';
import { parseRfc822Date } from './rfc822-date.ts';
import { parseWrittenDate } from './written-date.ts';

const DATE_CHARS_MAX = 120;
const SECONDS = /^1?\d{9}(?:\.\d+)?$/;
const MILLISECONDS = /^1?\d{12}$/;

export interface DateOptions {
  /** Whether `03/04/2024` is in April. Null: such a date can't be read, unless its weekday tells. */
  readonly dayFirst?: boolean | null;
}

/**
 * A date as feeds write it, to ISO 8601 in UTC: RFC 822 and its misspellings, ISO 8601 and W3CDTF, month names
 * in ten languages, numbers with slashes or dots, and seconds or milliseconds since 1970. Without a zone it is
 * read as UTC. Null when it can't be read: never now, and never a guess.
 */
export function parseDate(text: string, options: DateOptions = {}): string | null {
  // RFC 9557 names the zone in brackets after the offset, which is enough.
  const date = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\[[\w/+-]{1,60}\]$/, '');
  if (date === '' || date.length > DATE_CHARS_MAX) return null;
  if (MILLISECONDS.test(date)) return fromEpoch(Number(date));
  if (SECONDS.test(date)) return fromEpoch(Number(date) * 1000);
  const wall =
    parseRfc822Date(date) ?? parseIsoDate(date) ?? parseWrittenDate(date, options.dayFirst ?? null);
  return wall && toInstant(wall);
}

function fromEpoch(milliseconds: number): string {
  return new Date(Math.trunc(milliseconds)).toISOString();
}
