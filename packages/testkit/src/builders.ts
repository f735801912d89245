import type { ArticleInput, ExportedSignal, Watch } from '@aftermath/core';

/** A small valid watch: one gang, one category, one source; `changes` replace what a test is about. */
export function aWatch(changes: Partial<Watch> = {}): Watch {
  return {
    id: 'test-watch',
    title: 'Test watch',
    sample: false,
    event: { title: 'The event', summary: 'What happened.', date: '2026-01-01', countries: ['VE'] },
    actors: [{ id: 'tren-de-aragua', name: 'Tren de Aragua', aliases: ['TdA'] }],
    places: [],
    scope: { threshold: 1, rules: [{ query: '"Tren de Aragua"', weight: 1 }], exclude: [] },
    categories: [
      {
        id: 'arrests',
        title: 'Arrests',
        description: 'Authorities arrest, detain or charge people.',
        threshold: 1,
        rules: [{ query: 'arrested', weight: 1 }],
        exclude: [],
      },
    ],
    sources: [
      {
        kind: 'feed',
        title: 'Test source',
        url: 'https://example.org/feed',
        country: 'CO',
        lang: 'en',
        reliability: 'B',
        verified: true,
      },
    ],
    digest: {
      time: '07:00',
      timeZone: 'America/Bogota',
      language: 'en',
      recipients: ['analyst@example.org'],
    },
    ...changes,
  };
}

/** A short article that `aWatch` is about; `changes` replace what a test is about. */
export function anArticle(changes: Partial<ArticleInput> = {}): ArticleInput {
  return {
    title: 'Police arrested two men',
    text: 'Police arrested two men of the Tren de Aragua on Monday. They are held in the capital.',
    lang: 'en',
    url: 'https://example.org/article',
    publishedAt: '2026-01-02T12:00:00.000Z',
    ...changes,
  };
}

/** A signal of an arrest as it leaves the store; `changes` replace what a test is about. */
export function anExportedSignal(changes: Partial<ExportedSignal> = {}): ExportedSignal {
  return {
    id: 1,
    watchId: 'test-watch',
    category: 'arrests',
    status: 'carried-out',
    score: 0.93,
    countries: ['CO', 'VE'],
    actors: ['tren-de-aragua'],
    foundAt: '2026-01-02T12:10:00.000Z',
    storyId: 7,
    evidence: [
      { field: 'text', start: 0, end: 24, quote: 'Police arrested two men.', why: 'rule 1: arrested' },
    ],
    article: {
      id: 3,
      title: 'Police arrested two men',
      url: 'https://example.org/article',
      lang: 'en',
      publishedAt: '2026-01-02T12:00:00.000Z',
      firstSeenAt: '2026-01-02T12:05:00.000Z',
    },
    source: { title: 'Test source', country: 'CO', reliability: 'B' },
    ...changes,
  };
}
