import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileWatches } from '@aftermath/classify';
import { describe, expect, it } from 'vitest';
import { readWatchFile } from './read-watch-file.ts';

/** Headlines written for this test, by language: about the watch's event, and look-alikes. */
const headlines: Readonly<Record<'in' | 'out', readonly (readonly [lang: string, title: string])[]>> =
  JSON.parse(readFileSync(new URL('__fixtures__/headlines.json', import.meta.url), 'utf8'));

const file = fileURLToPath(new URL('../../../infra/watches/tren-de-aragua-strike.yaml', import.meta.url));
const read = await readWatchFile(file);
const classifier = compileWatches(read.ok ? [{ ...read.watch, categories: [] }] : []);
const inScope = (lang: string, title: string) => classifier.classify({ title, text: '', lang })[0]?.inScope;

describe('the example watch, on a headline alone', () => {
  it.each(headlines.in)('(%s) takes: %s', (lang, title) => {
    expect(inScope(lang, title)).toBe(true);
  });

  it.each(headlines.out)('(%s) leaves: %s', (lang, title) => {
    expect(inScope(lang, title)).toBe(false);
  });
});
