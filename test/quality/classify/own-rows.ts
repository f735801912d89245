import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readExpectations, readSampleData } from '@aftermath/sample';
import { readOwnSentences } from './own-sentences.ts';
import type { Row } from './rows.ts';
import { CATEGORIES } from './systems.ts';

/** The year in which the sample plays: what happened before is history. */
const SAMPLE_PUBLISHED = '2026-03-01T12:00:00.000Z';
const EMPTY = { title: '', publishedAt: null, labels: [], judged: [], status: {}, inScope: null };

/** The half of our own sentences that is kept back from the training. */
export function readTestSentences(): Row[] {
  return readOwnSentences()
    .rows.filter(({ test }) => test)
    .map(({ lang, text, labels, unsure, status }, index) => ({
      ...EMPTY,
      id: `own/${lang}/${index}`,
      source: 'own',
      lang,
      text,
      labels,
      judged: CATEGORIES.filter((category) => !unsure.includes(category)),
      status,
    }));
}

/** Whole articles of the sample, in three languages. */
export function readSampleRows(): Row[] {
  const expectations = readExpectations();
  return readSampleData().flatMap(({ lang, articles }) =>
    articles.flatMap(({ slug, title, text }) => {
      const expected = expectations.get(slug);
      if (expected === undefined) return [];
      return [
        {
          ...EMPTY,
          id: `sample/${slug}`,
          source: 'sample',
          lang,
          title,
          text,
          publishedAt: SAMPLE_PUBLISHED,
          labels: Object.keys(expected.signals),
          judged: CATEGORIES.filter((category) => !expected.unsure.includes(category)),
          status: expected.signals,
        },
      ];
    }),
  );
}

/** Headlines of our own about the event and look-alikes, for the scope of the shipped watch. */
export function readScopeHeadlines(): Row[] {
  return readTable('scope-headlines.tsv').map(([lang = '', scope, title = ''], index) => ({
    ...EMPTY,
    id: `scope/${index}`,
    source: 'own',
    lang,
    title,
    text: '',
    inScope: scope === 'in',
  }));
}

/** Sentences with the countries that a reader finds in them. */
export function readCountrySentences(): { readonly row: Row; readonly countries: readonly string[] }[] {
  return readTable('country-sentences.tsv').map(([lang = '', countries = '', text = ''], index) => ({
    row: { ...EMPTY, id: `country/${index}`, source: 'own', lang, text },
    countries: countries.split(' '),
  }));
}

function readTable(file: string): string[][] {
  const content = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  return content
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}
