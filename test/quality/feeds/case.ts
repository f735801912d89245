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
  const lines = readFileSync(path.join(CORPORA, 'feeds/cases.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const row = rowSchema.parse(JSON.parse(line));
    return { ...row, bytes: readFileSync(path.join(CORPORA, row.file)) };
  });
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
