import type { ExportedSignal } from '@aftermath/core';
import { stringify } from 'csv-stringify/sync';

const COLUMNS: Readonly<Record<string, (signal: ExportedSignal) => string | number>> = {
  id: ({ id }) => id,
  watch: ({ watchId }) => watchId,
  category: ({ category }) => category,
  status: ({ status }) => status,
  score: ({ score }) => score,
  countries: ({ countries }) => countries.join(' '),
  actors: ({ actors }) => actors.join(' '),
  published_at: ({ article }) => article.publishedAt ?? '',
  first_seen_at: ({ article }) => article.firstSeenAt,
  found_at: ({ foundAt }) => foundAt,
  title: ({ article }) => article.title,
  url: ({ article }) => article.url,
  quote: ({ evidence }) => evidence[0]?.quote ?? '',
  why: ({ evidence }) => evidence[0]?.why ?? '',
  source: ({ source }) => source?.title ?? '',
  source_country: ({ source }) => source?.country ?? '',
  reliability: ({ source }) => source?.reliability ?? '',
  lang: ({ article }) => article.lang ?? '',
  story: ({ storyId }) => storyId,
  article: ({ article }) => article.id,
};

/**
 * Signals as CSV (RFC 4180), a head line and one line each with the strongest quote. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe instead (OWASP, CSV injection).
 */
export async function* csvOf(signals: AsyncIterable<ExportedSignal>): AsyncGenerator<string> {
  yield line(Object.keys(COLUMNS));
  for await (const signal of signals) yield line(Object.values(COLUMNS).map((cell) => cell(signal)));
}

function line(cells: readonly (string | number)[]): string {
  return stringify([cells.map(safe)], { escape_formulas: true, record_delimiter: '\r\n' });
}

/** A line feed before a formula, which the library lets pass, is a formula to some. */
function safe(cell: string | number): string | number {
  return typeof cell === 'string' && cell.startsWith('\n') ? `'${cell}` : cell;
}
