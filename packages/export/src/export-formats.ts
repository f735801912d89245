import type { ExportedSignal } from '@aftermath/core';
import { csvOf } from './csv.ts';
import { jsonLinesOf } from './json-lines.ts';
import { stixBundleOf } from './stix/stix-bundle.ts';

export const EXPORT_FORMATS = ['csv', 'jsonl', 'stix'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportWriter {
  readonly mediaType: string;
  /** Of a file's name, with its dot. */
  readonly extension: string;
  /** The file in pieces, as signals come: those of one article in a row. */
  readonly write: (signals: AsyncIterable<ExportedSignal>) => AsyncGenerator<string>;
}

export const exportWriters: Readonly<Record<ExportFormat, ExportWriter>> = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', extension: '.csv', write: csvOf },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', extension: '.jsonl', write: jsonLinesOf },
  stix: { mediaType: 'application/stix+json;version=2.1', extension: '.stix.json', write: stixBundleOf },
};
