import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** Where the corpora lie, relative to the repository's root. */
export const CORPORA = path.resolve(import.meta.dirname, '../../../../shared/corpora');

const rowSchema = z.object({
  id: z.string(),
  source: z.string(),
  file: z.string(),
  format: z.string(),
  group: z.string().nullable(),
  headers: z.record(z.string(), z.string()).default({}),
  base_url: z.string().nullish(),
  expect_error: z.boolean().default(false),
  core: z.boolean(),
  expected: z.record(z.string(), z.unknown()),
});

/** A conformance case: a file, and what its parser's authors expect of it, in that parser's model. */
export interface Case extends z.output<typeof rowSchema> {
  readonly bytes: Uint8Array;
}

export function readCases(): Case[] {
  return readRows('feeds/cases.jsonl', rowSchema).map((row) => ({
    ...row,
    bytes: readFileSync(path.join(CORPORA, row.file)),
  }));
}

const dateSchema = z.object({
  id: z.string(),
  parser: z.string(),
  input: z.string(),
  expected_utc: z.string().nullable(),
});

/** A date as some feed wrote it, and what it means. */
export type DateCase = z.output<typeof dateSchema>;

export function readDateCases(): DateCase[] {
  return readRows('feeds/dates.jsonl', dateSchema);
}

/** Of the cases, their files and the dates: floors hold for the corpus they were set on. */
export function corpusHash(cases: readonly Case[], dates: readonly DateCase[]): string {
  const hash = createHash('sha256');
  for (const { bytes, ...row } of cases) hash.update(JSON.stringify(row)).update(bytes);
  return hash.update(JSON.stringify(dates)).digest('hex').slice(0, 16);
}

function readRows<T extends z.ZodType>(file: string, schema: T): z.output<T>[] {
  const lines = readFileSync(path.join(CORPORA, file), 'utf8').trim().split('\n');
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

/** The address a case pretends to come from, when its expectations depend on one. */
export function urlOf({ id, headers, base_url }: Case): string | null {
  if (base_url) return base_url;
  const name = /\/(http_[^/]*|headers_[^/]*)$/.exec(id)?.[1];
  if (name === undefined) return null;
  const served = `http://127.0.0.1:8097/${id}`;
  const location = headers['Content-Location'];
  return location && /^(?:https?:|\/|[\w.]+$)/.test(location) ? new URL(location, served).href : served;
}
