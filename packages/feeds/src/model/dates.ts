import { parseDate } from '../dates/parse-date.ts';
import { excerpt, type Problems } from '../problems.ts';

/** Clocks differ a little; a feed's may run ahead of ours by this much and not be wrong. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Reads the dates of one feed. */
export class DateReader {
  readonly #nowMs: number;
  readonly #dayFirst: boolean | null;

  /** @param language of the feed: decides how `03/04/2024` is read */
  constructor(now: string | null, language: string | null) {
    this.#nowMs = now === null ? Number.POSITIVE_INFINITY : Date.parse(now);
    this.#dayFirst = dayComesFirst(language);
  }

  /** The first of the texts that can be read. Unread ones and a future result are recorded as problems. */
  first(texts: readonly (string | null)[], field: string, problems: Problems): string | null {
    for (const text of texts) {
      if (text === null) continue;
      const date = parseDate(text, { dayFirst: this.#dayFirst });
      if (date === null) {
        problems.add('date-unreadable', `${field}: “${excerpt(text)}” is no date that can be read`);
        continue;
      }
      if (Date.parse(date) > this.#nowMs + CLOCK_SKEW_MS)
        problems.add('date-in-future', `${field}: ${date} is still to come`);
      return date;
    }
    return null;
  }
}

/** Only the United States, of those who write English, put the month first; other English feeds can't be told. */
function dayComesFirst(language: string | null): boolean | null {
  const tag = language?.toLowerCase().replace('_', '-') ?? '';
  if (tag === '' || tag === 'en') return null;
  return tag !== 'en-us';
}
