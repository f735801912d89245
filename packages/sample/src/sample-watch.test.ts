import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SAMPLE_WATCH_FILE, sampleSources } from './sample-watch.ts';

describe('the sample watch', () => {
  const watch = parse(readFileSync(SAMPLE_WATCH_FILE, 'utf8'));

  it('is marked as a sample of the template', () => {
    expect(watch).toMatchObject({ sample: true, template: 'leadership-strike' });
  });

  it('has a place for every country of its sources', () => {
    const placed = new Set(watch.places.map(({ country }: { country: string }) => country));
    const named = sampleSources('http://127.0.0.1:1').map(({ country }) => country);
    expect(named.filter((country) => country !== 'XX' && !placed.has(country))).toEqual([]);
  });

  it('gives each source an address of its own', () => {
    const urls = sampleSources('http://127.0.0.1:1').map(({ url }) => url);
    expect(new Set(urls).size).toBe(8);
  });
});
