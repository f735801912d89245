import { describe, expect, it } from 'vitest';
import { buildEdition } from './build-edition.ts';
import type { EditionInput, EditionSignal } from './edition.ts';

let nextId = 1;
const aSignal = (changes: Partial<EditionSignal> = {}): EditionSignal => ({
  signalId: nextId++,
  revisionId: 1,
  category: 'arrests',
  status: 'carried-out',
  score: 0.9,
  countries: ['CO'],
  actors: [],
  quote: 'Police arrested three men.',
  at: { field: 'text', start: 0, end: 26 },
  why: 'arrested',
  lead: '',
  article: {
    id: 1,
    title: 'Three held',
    url: 'https://example.org/1',
    publishedAt: '2026-03-09T10:00:00.000Z',
    firstSeenAt: '2026-03-09T10:05:00.000Z',
    lang: 'en',
    copyOf: null,
    agencies: [],
  },
  source: { title: 'El Diario', country: 'CO', reliability: 'B' },
  storyId: nextId,
  knownSince: null,
  firstFor: [],
  ...changes,
});
const input = (signals: readonly EditionSignal[]): EditionInput => ({
  watch: {
    id: 'w',
    title: 'W',
    sample: false,
    language: 'en',
    timeZone: 'America/Bogota',
    event: { title: 'E', date: '2026-03-01' },
    categories: [
      { id: 'arrests', title: 'Arrests' },
      { id: 'sanctions', title: 'Sanctions' },
    ],
  },
  date: '2026-03-10',
  previousDate: '2026-03-09',
  builtAt: '2026-03-10T12:00:00.000Z',
  signals,
  corrections: [],
  records: [{ category: 'sanctions', lastSeen: '2026-03-07', stories: [0, 2, 0, 0, 0] }],
  listeningSince: '2026-03-01',
  coverage: {
    sources: 1,
    healthy: 1,
    failing: [],
    heard: [{ title: 'El Diario', country: 'CO', days: '1111111111' }],
  },
  rulesHash: 'x',
  watchHash: 'y',
  dashboardUrl: null,
});
const leads = (signals: readonly EditionSignal[]) =>
  buildEdition(input(signals)).sections.flatMap(({ stories }) => stories.map(({ lead }) => lead.signalId));

describe('buildEdition', () => {
  const on = (url: string, changes: Partial<EditionSignal['article']> = {}) => ({
    article: { ...aSignal().article, url, ...changes },
  });

  it('shows a story once, led by an original, with its outlets and origins counted', () => {
    const original = aSignal({ storyId: 7, ...on('https://diario.example/1', { id: 11 }) });
    const copy = aSignal({
      storyId: 7,
      ...on('https://agencia.example/1', { id: 12, copyOf: 11, agencies: ['EFE'] }),
      source: { title: 'Agencia', country: 'CO', reliability: 'A' },
      knownSince: '2026-03-08',
    });
    const [section] = buildEdition(input([copy, original])).sections;
    expect(section?.stories).toHaveLength(1);
    expect(section?.stories[0]).toMatchObject({
      lead: original,
      outlets: 2,
      origins: 1,
      agencies: ['EFE'],
      knownSince: '2026-03-08',
    });
  });

  it('puts first-evers before the done, the done before the announced, the announced before the asked-for', () => {
    const asked = aSignal({ status: 'called-for' });
    const announced = aSignal({ status: 'announced' });
    const done = aSignal();
    const first = aSignal({ status: 'called-for', firstFor: ['PE'] });
    expect(leads([asked, announced, done, first])).toEqual(
      [first, done, announced, asked].map(({ signalId }) => signalId),
    );
  });

  const from = (reliability: 'A' | 'F') => ({ source: { title: 'X', country: 'CO', reliability } });
  const published = (publishedAt: string | null) => ({
    article: { ...aSignal().article, publishedAt },
  });
  it.each([
    ['a denial before a call', { status: 'denied' }, { status: 'called-for' }],
    ['an announcement before a denial', { status: 'announced' }, { status: 'denied' }],
    ['the more reliable source', from('A'), from('F')],
    ['the higher score', { score: 0.95 }, { score: 0.6 }],
    ['the newer', published('2026-03-09T10:00:00.000Z'), published('2026-03-08T10:00:00.000Z')],
    ['the dated before the undated', published('2026-03-01T10:00:00.000Z'), published(null)],
    ['what came first where nothing else tells', {}, {}],
    [
      'no date ahead of its time',
      published('2026-03-09T10:05:00.000Z'),
      published('2099-01-01T00:00:00.000Z'),
    ],
  ] as const)('puts first: %s', (_what, earlier, later) => {
    const [a, b] = [aSignal(earlier), aSignal(later)];
    expect(leads([b, a])).toEqual([a.signalId, b.signalId]);
  });

  it('puts the story of more origins first', () => {
    const single = aSignal();
    const twice = [
      aSignal({ storyId: 90_001, ...on('https://one.example/1', { id: 21 }) }),
      aSignal({ storyId: 90_001, ...from('F'), ...on('https://two.example/1', { id: 22 }) }),
    ];
    const lone = { ...single, source: { ...single.source, reliability: 'B' as const } };
    expect(leads([lone, ...twice])[0]).toBe(twice[0]?.signalId);
  });

  it('gives the same edition whatever the order of its signals', () => {
    const signals = Array.from({ length: 30 }, (_, index) =>
      aSignal({ score: (index % 3) / 10 + 0.5, storyId: index % 9 }),
    );
    const turned = [...signals.slice(11), ...signals.slice(0, 11)].reverse();
    expect(leads(turned)).toEqual(leads(signals));
  });

  it('shows ten stories of a category and counts the rest', () => {
    const { sections, counts } = buildEdition(input(Array.from({ length: 14 }, () => aSignal())));
    expect(sections).toMatchObject([{ stories: { length: 10 }, more: 4 }]);
    expect(counts).toEqual({ stories: 14, entries: 14, firsts: 0 });
  });

  it('counts a story of two categories as one story and two entries', () => {
    const both = [
      aSignal({ storyId: 90_002, firstFor: [''] }),
      aSignal({ storyId: 90_002, category: 'sanctions' }),
    ];
    expect(buildEdition(input(both))).toMatchObject({
      counts: { stories: 1, entries: 2, firsts: 1 },
      sections: { length: 2 },
    });
  });

  it('says of every category how it went and what its silence is worth', () => {
    expect(buildEdition(input([aSignal()])).standings).toMatchObject([
      { category: { id: 'arrests' }, stories: 1, days: [], silence: { state: 'seen' } },
      {
        category: { id: 'sanctions' },
        stories: 0,
        days: [0, 2, 0, 0, 0],
        silence: { state: 'silent', since: '2026-03-07', days: 3, listening: 1, sources: 1 },
      },
    ]);
  });
});
