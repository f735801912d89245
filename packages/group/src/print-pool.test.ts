import { describe, expect, it } from 'vitest';
import { bridge, bridgeInSpanish } from './__fixtures__/articles.ts';
import { fingerprint } from './fingerprint.ts';
import { createPrintPool } from './print-pool.ts';

const plain = ({ sketch, terms, lang }: ReturnType<ReturnType<typeof createPrintPool>['get']>) => ({
  sketch: { minima: Array.from(sketch.minima), size: sketch.size },
  terms: { hashes: Array.from(terms.hashes), weights: Array.from(terms.weights), names: terms.names },
  lang,
});

describe('createPrintPool', () => {
  it('gives back what was set, far apart and empty as well', () => {
    const pool = createPrintPool();
    const prints = [bridge, bridgeInSpanish, { title: '', text: '' }].map(fingerprint);
    for (const [i, print] of prints.entries()) pool.set(i * 5_000, print);
    for (const [i, { sketch, terms, lang }] of prints.entries())
      expect(plain(pool.get(i * 5_000))).toEqual({ sketch, terms, lang });
  });
});
