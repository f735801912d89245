import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** Where the corpora lie, relative to the repository's root. */
export const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/corpora');

const rowSchema = z.object({
  id: z.string(),
  source: z.string(),
  html: z.string(),
  expected: z.object({
    url: z.string().default('https://example.org/article'),
    text: z.string().optional(),
    with: z.array(z.string()).optional(),
    without: z.array(z.string()).optional(),
    title: z.string().nullish(),
    author: z.union([z.string(), z.array(z.string()).transform((names) => names.join('; '))]).nullish(),
    date: z.string().nullish(),
    lang: z.string().nullish(),
  }),
});

/** A page, and what its corpus expects of an extractor. */
export interface Case extends z.output<typeof rowSchema> {
  readonly bytes: Uint8Array;
}

export function readCases(): Case[] {
  const lines = readFileSync(path.join(CORPORA, 'extraction/cases.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = rowSchema.parse(JSON.parse(line));
    return { ...row, bytes: gunzipSync(readFileSync(path.join(CORPORA, row.html))) };
  });
}

/** Hash of the cases: what the floors were set on. */
export function corpusHash(): string {
  const cases = readFileSync(path.join(CORPORA, 'extraction/cases.jsonl'));
  return createHash('sha256').update(cases).digest('hex').slice(0, 16);
}
