import type { Decision } from '@aftermath/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, watchOf } from './__fixtures__/watch.ts';
import { compileWatches } from './compile-watches.ts';

function decide(query: string, text: string, other: { title?: string; lang?: string } = {}): Decision {
  const classifier = compileWatches([watchOf([categoryOf(query)])]);
  const article = { title: other.title ?? '', text, lang: other.lang ?? 'en' };
  return classifier.classify(article, { allInScope: true })[0] as Decision;
}

const finds = (query: string, text: string, lang = 'en') => decide(query, text, { lang }).signals.length > 0;

describe('a query', () => {
  it.each([
    ['boat', 'A boat sank.', true],
    ['boat', 'Boats sank.', false],
    ['boat*', 'Boats sank.', true],
    ['boat{,s}', 'The boatman sank.', false],
    ['bogota', 'En Bogotá llueve.', true],
    ['Maduro', 'el plátano maduro', false],
    ['Maduro', 'MADURO LEFT', true],
    ['TdA', 'la tda', false],
    ['TdA', 'the TdA', true],
    ['US', 'The U.S. left', true],
    ['US', 'tell us more', false],
    ['"drug boat"', 'a drug-boat', true],
    ['"drug boat"', 'drug and boat', false],
    ['boat AND drug', 'Drugs? A boat with a drug.', true],
    ['boat AND drug', 'A boat. A drug.', false],
    ['boat NOT toy', 'a toy boat', false],
    ['boat NEAR/1 drug', 'boat full of drug', false],
    ['boat NEAR/2 drug', 'drug in the boat', true],
    ['boat BEFORE/2 drug', 'drug in the boat', false],
    ['boat NOT NEAR/1 toy', 'a toy boat and a toy and one more far boat', true],
    ['@actor', 'the Night Rail came', true],
    ['@actor:boss', 'the Night Rail came', false],
    ['@place', 'in Puerto Amaro', true],
    ['@country:PE', 'the Peruvian navy', true],
    ['@country:PE', 'the Bolivian navy', false],
    ['@two-countries', 'Peru and the Peruvians', false],
    ['@two-countries', 'Peru and Chile', true],
    ['@country:SD', 'in South Sudan', true],
  ])('%s in %j: %s', (query, text, found) => {
    expect(finds(query, text)).toBe(found);
  });

  it('of a language looks at texts of that language only', () => {
    const classifier = compileWatches([
      watchOf([categoryOf('', { rules: [{ query: 'boat', weight: 1, lang: 'en' }] })]),
    ]);
    const inLanguage = (lang: string) =>
      classifier.classify({ title: '', text: 'The boat', lang }, { allInScope: true })[0]?.signals.length;
    expect([inLanguage('en-GB'), inLanguage('es')]).toEqual([1, 0]);
  });

  it('that is wrong stops the compiling with watch, category and place', () => {
    expect(() => compileWatches([watchOf([categoryOf('boat AND')])])).toThrow(
      /watch test-watch, category test, rule 1: .*character 9/,
    );
  });
});

describe('evidence', () => {
  it('is the whole sentence, verbatim, with why', () => {
    const { signals } = decide('boat', 'It rained. A “boat” sank off Lima!  Nobody saw.');
    expect(signals[0]?.evidence).toEqual([
      { field: 'text', start: 11, end: 34, quote: 'A “boat” sank off Lima!', why: 'boat (rule 1)' },
    ]);
  });

  it('comes from the title only where the text has none', () => {
    const fields = (text: string) =>
      decide('boat', text, { title: 'A boat' }).signals[0]?.evidence.map(({ field }) => field);
    expect([fields('A boat.'), fields('A car.')]).toEqual([['text'], ['title']]);
  });

  it('equals the text at its offsets, whatever the text', () => {
    const classifier = compileWatches([watchOf([categoryOf('boat* OR lancha OR barco')])]);
    const pieces = fc.constantFrom(
      'boat',
      'Lancha',
      'barco',
      '. ',
      '! ',
      '\n',
      '\0',
      '🚤',
      '👩‍👩‍👧',
      'e\u0301',
      'บอท',
      '船。',
      '\ud800',
      '«',
      '» ',
      ' ',
      'U.S. ',
      '…',
      '\u202e',
      '\u00a0',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }),
        (parts) => {
          const article = { title: parts.toReversed().join(''), text: parts.join(''), lang: 'en' };
          for (const { signals } of classifier.classify(article, { allInScope: true }))
            for (const { evidence } of signals)
              for (const { field, start, end, quote } of evidence) {
                expect(article[field].slice(start, end)).toBe(quote);
                expect(quote.toLowerCase()).toMatch(/boat|lancha|barco/);
              }
        },
      ),
    );
  });
});

describe('a signal', () => {
  it('names countries and actors of the evidence and its neighbours, not of the rest', () => {
    const text = 'Peru waits. Night Rail came. A boat sank. The White House spoke. France and Rojas did not.';
    const { signals } = decide('boat', text);
    expect(signals[0]?.countries).toEqual(['US']);
    expect(signals[0]?.actors).toEqual(['night-rail']);
  });

  it('needs the threshold in one sentence', () => {
    const category = categoryOf('', {
      rules: [
        { query: 'boat', weight: 0.5 },
        { query: 'drug', weight: 0.5 },
      ],
    });
    const classifier = compileWatches([watchOf([category])]);
    const count = (text: string) =>
      classifier.classify({ title: '', text, lang: 'en' }, { allInScope: true })[0]?.signals.length;
    expect([count('A boat. A drug.'), count('A drug boat.')]).toEqual([0, 1]);
  });

  it('weighs the title as the category says', () => {
    const category = categoryOf('', { rules: [{ query: 'boat', weight: 0.5 }], titleWeight: 2 });
    const classifier = compileWatches([watchOf([category])]);
    const count = (title: string, text: string) =>
      classifier.classify({ title, text, lang: 'en' }, { allInScope: true })[0]?.signals.length;
    expect([count('A boat', ''), count('', 'A boat')]).toEqual([1, 0]);
  });

  it('is taken away by an exclude query in its sentence', () => {
    const classifier = compileWatches([watchOf([categoryOf('boat', { exclude: ['toy'] })])]);
    const count = (text: string) =>
      classifier.classify({ title: '', text, lang: 'en' }, { allInScope: true })[0]?.signals.length;
    expect([count('A toy boat.'), count('A toy. A boat.')]).toEqual([0, 1]);
  });

  it('has a score of one half at the threshold and more with more evidence', () => {
    const score = (text: string) => decide('boat', text).signals[0]?.score;
    expect([score('A boat.'), score('A boat. A boat.')]).toEqual([0.5, 0.75]);
  });
});

describe('scope', () => {
  const scope = {
    threshold: 1,
    rules: [
      { query: 'gang', weight: 1 },
      { query: 'port', weight: 0.5 },
    ],
    exclude: ['"gang of four"'],
  };
  const classifier = compileWatches([watchOf([categoryOf('boat')], scope)]);
  const decideOn = (title: string, text: string) =>
    classifier.classify({ title, text, lang: 'en' })[0] as Decision;

  it('holds from its threshold on, and gives the relevance', () => {
    expect(decideOn('The gang', 'A boat.')).toMatchObject({ inScope: true, relevance: 0.5 });
    expect(decideOn('The port', 'A boat.')).toMatchObject({ inScope: false, relevance: 0.3333, signals: [] });
  });

  it('weighs half what stands far down', () => {
    expect(decideOn('', `${'One. '.repeat(20)}The gang came.`).inScope).toBe(false);
  });

  it('ends at an exclude query', () => {
    expect(decideOn('The gang', 'The gang of four.')).toMatchObject({ inScope: false, relevance: 0 });
  });
});

describe('the classifier', () => {
  it('decides for the watches asked for, in their order', () => {
    const one = watchOf([categoryOf('boat')]);
    const classifier = compileWatches([one, { ...one, id: 'other' }]);
    const article = { title: 'gang', text: 'A boat.', lang: 'en' };
    expect(classifier.classify(article).map(({ watchId }) => watchId)).toEqual(['test-watch', 'other']);
    expect(classifier.classify(article, { watchIds: ['other'] }).map(({ watchId }) => watchId)).toEqual([
      'other',
    ]);
  });

  it('keeps the actors of one watch from the rules of another', () => {
    const one = watchOf([categoryOf('@actor')]);
    const classifier = compileWatches([one, { ...one, id: 'other', actors: [] }]);
    const decisions = classifier.classify(
      { title: '', text: 'Night Rail', lang: 'en' },
      { allInScope: true },
    );
    expect(decisions.map(({ signals }) => signals.length)).toEqual([1, 0]);
  });

  it('detects the language where none is given', () => {
    const category = categoryOf('', { rules: [{ query: 'policía', weight: 1, lang: 'es' }] });
    const classifier = compileWatches([watchOf([category])]);
    const text = 'La policía llegó al puerto en la mañana y encontró la lancha abandonada.';
    expect(classifier.classify({ title: '', text }, { allInScope: true })[0]?.signals).toHaveLength(1);
  });

  it('classifies a text in another language by its names', () => {
    const { inScope } = compileWatches([
      watchOf([], { threshold: 1, rules: [{ query: '@actor', weight: 1 }], exclude: [] }),
    ]).classify({
      title: '',
      text: 'Die Bande Night Rail wurde am Dienstag in Lima gesehen.',
    })[0] as Decision;
    expect(inScope).toBe(true);
  });
});
