import { parseDate } from '@aftermath/feeds';
import type { DateCase } from './case.ts';

export interface DatesMeasured {
  readonly total: number;
  readonly ours: number;
  /** `Date.parse`, which rss-parser reads dates with; feedsmith leaves them unread. */
  readonly platform: number;
  readonly failures: readonly string[];
}

/** How many dates are read as they should be. */
export function measureDates(cases: readonly DateCase[]): DatesMeasured {
  const wrong = cases.filter((row) => !isRight(row, parseDate(row.input)));
  return {
    total: cases.length,
    ours: cases.length - wrong.length,
    platform: cases.filter((row) => isRight(row, byPlatform(row.input))).length,
    failures: wrong.map(({ id, input }) => `${id} · ${JSON.stringify(input)}: got ${parseDate(input)}`),
  };
}

/** Without an instant, a row of feedparser must not be read, and one of miniflux (`any`) must be read somehow. */
function isRight({ parser, expected_utc: expected }: DateCase, got: string | null): boolean {
  if (expected !== null) return got !== null && Date.parse(got) === Date.parse(expected);
  return parser === 'any' ? got !== null : got === null;
}

function byPlatform(text: string): string | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
