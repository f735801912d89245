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

  it('gives the same edition whatever the order of its signals', () => {
    const signals = Array.from({ length: 30 }, (_, index) =>
      aSignal({ score: (index % 3) / 10 + 0.5, storyId: index % 9 }),
    );
    const turned = [...signals.slice(11), ...signals.slice(0, 11)].reverse();
    expect(leads(turned)).toEqual(leads(signals));
  });

  it('shows ten stories of a category and counts the rest', () => {
    const [section] = buildEdition(input(Array.from({ length: 14 }, () => aSignal()))).sections;
    expect(section).toMatchObject({ stories: { length: 10 }, more: 4 });
  });

  it('names the categories about which nothing came', () => {
    expect(buildEdition(input([aSignal()])).quiet).toEqual([{ id: 'sanctions', title: 'Sanctions' }]);
  });
});
