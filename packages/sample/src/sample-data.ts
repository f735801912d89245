import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RELIABILITIES, RULE_LANGUAGES, SIGNAL_STATUSES } from '@aftermath/core';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = path.resolve(import.meta.dirname, '../content');

const slug = z.string().regex(/^[a-z0-9-]+$/);
/** Days after the anchor's, and the hour of that day in UTC. */
const moment = { day: z.int().min(0).max(13), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) };

const sampleArticle = z.strictObject({
  slug,
  ...moment,
  author: z.string().optional(),
  title: z.string(),
  summary: z.string(),
  text: z.string(),
  /** What takes the article's place under the same address from a later moment on. */
  correction: z
    .strictObject({ ...moment, title: z.string(), summary: z.string().optional(), text: z.string() })
    .optional(),
});
export type SampleArticle = z.infer<typeof sampleArticle>;

const sampleSource = z.strictObject({
  id: slug,
  title: z.string(),
  country: z.string().regex(/^X[A-EX]$/),
  lang: z.enum(RULE_LANGUAGES),
  reliability: z.enum(RELIABILITIES),
  feed: z.strictObject({
    format: z.enum(['rss', 'atom', 'json']),
    /** `full`: the feed carries whole texts. `summary`: the page has to be fetched. */
    body: z.enum(['full', 'summary']),
  }),
  articles: z.array(sampleArticle),
});
export type SampleSource = z.infer<typeof sampleSource>;

const status = z.enum(SIGNAL_STATUSES);
const expectation = z.strictObject({
  scope: z.boolean(),
  story: slug,
  copyOf: slug.optional(),
  signals: z.record(slug, status),
  /** Categories on which readers may differ; not scored. */
  unsure: z.array(slug).default([]),
});
export type Expectation = z.infer<typeof expectation>;

/** The sources of the sample with their articles, in the order of their ids. */
export function readSampleData(): readonly SampleSource[] {
  const files = readdirSync(path.join(folder, 'sources')).sort();
  return files.map((file) => sampleSource.parse(readYaml(path.join('sources', file))));
}

/** What a careful reader finds in each article, by slug: the answer key of end-to-end tests. */
export function readExpectations(): ReadonlyMap<string, Expectation> {
  return new Map(Object.entries(z.record(slug, expectation).parse(readYaml('expected.yaml'))));
}

function readYaml(file: string): unknown {
  return parse(readFileSync(path.join(folder, file), 'utf8'));
}
