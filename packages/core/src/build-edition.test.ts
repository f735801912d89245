import { describe, expect, it } from 'vitest';
import { buildEdition } from './build-edition.ts';
import type { EditionInput, EditionSignal } from './edition.ts';

let nextId = 1;
const aSignal = (changes: Partial<EditionSignal> = {}): EditionSignal => ({
  signalId: nextId++,
  category: 'arrests',
  status: 'carried-out',
  score: 0.9,
  countries: ['CO'],
  actors: [],
  quote: 'Police arrested three men.',
  why: 'arrested',
  article: {
    id: 1,
    title: 'Three held',
    url: 'https://example.org/1',
    publishedAt: '2026-03-09T10:00:00.000Z',
    firstSeenAt: '2026-03-09T10:05:00.000Z',
    lang: 'en',
  },
  source: { title: 'El Diario', country: 'CO', reliability: 'B' },
  storyId: nextId,
  copy: false,
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
  coverage: { sources: 1, healthy: 1, failing: [] },
  rulesHash: 'x',
  dashboardUrl: null,
});
const leads = (signals: readonly EditionSignal[]) =>
  buildEdition(input(signals)).sections.flatMap(({ stories }) => stories.map(({ lead }) => lead.signalId));

describe('buildEdition', () => {
  it('shows a story once, led by an original, with its outlets and origins counted', () => {
    const copy = aSignal({
      storyId: 7,
      copy: true,
      source: { title: 'Agencia', country: 'CO', reliability: 'A' },
    });
    const original = aSignal({ storyId: 7 });
    const [section] = buildEdition(input([copy, original])).sections;
    expect(section?.stories).toHaveLength(1);
    expect(section?.stories[0]).toMatchObject({ lead: original, outlets: 2, origins: 1 });
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
    const twice = [aSignal({ storyId: 90_001 }), aSignal({ storyId: 90_001, ...from('F') })];
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

  it('names the categories about which nothing came', () => {
    expect(buildEdition(input([aSignal()])).quiet).toEqual([{ id: 'sanctions', title: 'Sanctions' }]);
  });
});
