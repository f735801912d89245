import type { Category, Watch } from '@aftermath/core';
import { anArticle, aWatch } from '@aftermath/testkit';
import { describe, expect, it } from 'vitest';
import { compareWatches } from './compare-watches.ts';
import { createDifferenceTally } from './difference-tally.ts';

const category = (id: string, query: string, changes: Partial<Category> = {}): Category => ({
  id,
  title: id,
  description: id,
  threshold: 1,
  rules: [{ query, weight: 1 }],
  exclude: [],
  ...changes,
});
const BEFORE = aWatch({ categories: [category('jail', 'arrested'), category('custody', 'held')] });
const after = (changes: Partial<Watch>): Watch => ({ ...BEFORE, ...changes });

/** Kind, category, and what or why, one a difference. */
function differencesOf(now: Watch, article = anArticle(), before = BEFORE): string[] {
  return compareWatches(
    before,
    now,
  )(article).differences.map((difference) =>
    [
      difference.kind,
      difference.signal.category,
      difference.kind === 'changed' ? difference.parts.join() : difference.because,
    ].join(' '),
  );
}

describe('compareWatches', () => {
  it.each<[string, Partial<Watch>, string[]]>([
    ['nothing of a watch that is the same', {}, []],
    [
      'a rule that finds more',
      { categories: [...BEFORE.categories, category('capital', 'capital')] },
      ['gained capital category'],
    ],
    [
      'a rule that finds nothing any more',
      { categories: [category('jail', 'indicted'), category('custody', 'held')] },
      ['lost jail rules'],
    ],
    ['a category left out', { categories: [category('jail', 'arrested')] }, ['lost custody category']],
    [
      'a scope that is narrower',
      { scope: { threshold: 1, rules: [{ query: 'Lamplighters', weight: 1 }], exclude: [] } },
      ['lost jail scope', 'lost custody scope'],
    ],
    [
      'another weight',
      {
        categories: [
          category('jail', 'arrested', { rules: [{ query: 'arrested', weight: 3 }] }),
          category('custody', 'held'),
        ],
      },
      ['changed jail score'],
    ],
    ['an actor that is no longer named', { actors: [] }, ['changed jail actors', 'changed custody actors']],
  ])('tells %s', (_what, changes, expected) => {
    expect(differencesOf(after(changes))).toEqual(expected);
  });

  it('tells the other way round what is told one way', () => {
    const narrow = after({ categories: [category('jail', 'indicted'), category('custody', 'held')] });
    expect(differencesOf(BEFORE, anArticle(), narrow)).toEqual(['gained jail rules']);
  });

  it('tells a signal of both watches from what one of them alone finds, with the quote it had', () => {
    const other = after({
      categories: [category('jail', 'Monday OR capital'), BEFORE.categories[1] as Category],
    });
    const article = anArticle({
      title: 'News',
      text: 'The Tren de Aragua is in the capital. Police arrested two men.',
    });
    const [difference] = compareWatches(BEFORE, other)(article).differences;
    expect(difference).toMatchObject({
      kind: 'changed',
      parts: expect.arrayContaining(['quote']),
      before: { evidence: [{ quote: 'Police arrested two men.' }] },
      signal: { evidence: [{ quote: 'The Tren de Aragua is in the capital.' }] },
    });
  });

  it('takes every article as in scope when asked, so that rules can be compared without one', () => {
    const elsewhere = anArticle({ title: 'News', text: 'Police arrested a thief in Strelsau.' });
    const now = after({ categories: [category('jail', 'thief'), category('theft', 'thief')] });
    expect(compareWatches(BEFORE, now)(elsewhere)).toEqual({ differences: [], same: [] });
    const { differences, same } = compareWatches(BEFORE, now, { allInScope: true })(elsewhere);
    expect([differences.map(({ kind }) => kind), same]).toEqual([['gained'], ['jail']]);
  });
});

describe('createDifferenceTally', () => {
  it('counts every signal of either watch once', () => {
    const tally = createDifferenceTally();
    const now = after({ categories: [category('jail', 'arrested'), category('capital', 'capital')] });
    const compare = compareWatches(BEFORE, now);
    for (const article of [anArticle(), anArticle({ text: 'Nothing.', title: 'Nothing' })])
      tally.add(compare(article));
    const none = { gained: 0, lost: 0, statusChanged: 0, otherwiseChanged: 0, same: 0 };
    expect(tally.totals()).toEqual({
      articles: 2,
      total: { ...none, gained: 1, lost: 1, same: 1 },
      categories: {
        capital: { ...none, gained: 1 },
        custody: { ...none, lost: 1 },
        jail: { ...none, same: 1 },
      },
    });
  });
});
