import type { Watch } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { compileWatches } from './compile-watches.ts';

const watch: Watch = {
  id: 'w',
  title: 'W',
  sample: false,
  event: { title: 'E', summary: '', date: '2026-01-01', countries: [] },
  actors: [],
  places: [
    { name: 'Costa Serena', aliases: ['Bahía Clara'], country: 'XB' },
    { name: 'the Strait', aliases: [] },
  ],
  scope: { threshold: 1, rules: [{ query: 'gang', weight: 1 }], exclude: [] },
  categories: [
    {
      id: 'arrests',
      title: 'A',
      description: '',
      threshold: 1,
      rules: [{ query: 'arrested', weight: 1 }],
      exclude: [],
    },
  ],
  sources: [],
  digest: { time: '07:00', timeZone: 'UTC', language: 'en', recipients: [] },
};

const countriesOf = (text: string) =>
  compileWatches([watch])
    .classify({ title: '', text, lang: 'en' }, { allInScope: true })[0]
    ?.signals.flatMap(({ countries }) => countries);

describe("a watch's own places", () => {
  it.each([
    ['give a signal their country', 'Police arrested a gang leader in Bahia Clara.', ['XB']],
    ['and no country that a surname means', 'Police arrested Rupert Dane, a gang leader.', []],
    [
      'stand beside the countries that every watch knows',
      'Peru said Costa Serena arrested a gang leader.',
      ['PE', 'XB'],
    ],
    ['give none where they have none', 'Police arrested a gang leader in the Strait.', []],
  ])('%s', (_what, text, countries) => {
    expect(countriesOf(text)).toEqual(countries);
  });
});
