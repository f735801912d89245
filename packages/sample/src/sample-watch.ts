import path from 'node:path';
import type { Source, Watch } from '@aftermath/core';
import { feedPath } from './render-feed.ts';
import { readSampleData } from './sample-data.ts';

/** The watch file of the sample, to be read like any other; its sources and date come from `placeSampleWatch`. */
export const SAMPLE_WATCH_FILE = path.resolve(import.meta.dirname, '../watch.yaml');

/** The sample's feeds on a server at `baseUrl` (without a trailing slash). */
export function sampleSources(baseUrl: string): Source[] {
  return readSampleData().map((source) => ({
    kind: 'feed',
    title: source.title,
    url: baseUrl + feedPath(source),
    country: source.country,
    lang: source.lang,
    reliability: source.reliability,
    verified: true,
  }));
}

/** The sample watch for a server at `baseUrl`, its event on the UTC day of `anchor`. */
export function placeSampleWatch(watch: Watch, baseUrl: string, anchor: Date): Watch {
  return {
    ...watch,
    sample: true,
    event: { ...watch.event, date: anchor.toISOString().slice(0, 10) },
    sources: sampleSources(baseUrl),
  };
}
