import { anArticle, aWatch } from '@aftermath/testkit';
import { describe, expect, it } from 'vitest';
import { type DatedArticle, type FoundSignal, replayWatch } from '../replay-watch.ts';
import type { Happening } from './happening.ts';
import { createTruthJudge } from './judge-replay.ts';
import type { TruthReport } from './truth-report.ts';

const category = (id: string, query: string) => ({
  id,
  title: id,
  description: id,
  threshold: 1,
  rules: [{ query, weight: 1 }],
  exclude: [],
});
const WATCH = aWatch({ categories: [category('jail', 'arrested'), category('seized', 'seized')] });
const PERIOD = { from: '2026-01-05', to: '2026-01-10' };

const article = (id: string, publishedAt: string, text: string): DatedArticle => ({
  ...anArticle({ title: id, text: `${text} The Tren de Aragua was named.` }),
  id,
  publishedAt,
});
/** Bogotá is five hours behind UTC; editions come at 07:00 there. */
const ARCHIVE = [
  article('a', '2026-01-06T04:00:00Z', 'Police arrested Niño Guerrero in Colombia.'),
  article('b', '2026-01-07T15:00:00Z', 'Police arrested an engineer named Duarte in Chile.'),
  article('c', '2026-01-09T15:00:00Z', 'Customs seized four lorries of copper cable.'),
];
const jail = (id: string, date: string, more: Partial<Happening> = {}): Happening => ({
  id,
  category: 'jail',
  date,
  ...more,
});

async function report(happenings: readonly Happening[], windowDays = 3): Promise<TruthReport> {
  const judge = createTruthJudge(WATCH, happenings, { ...PERIOD, windowDays });
  await replay(judge.add);
  return judge.report();
}

async function replay(onSignal: (found: FoundSignal) => void): Promise<void> {
  async function* articles() {
    yield* ARCHIVE;
  }
  const options = { ...PERIOD, allInScope: false, rulesHash: '', watchHash: '', onSignal };
  for await (const _edition of replayWatch(WATCH, articles(), options));
}

describe('createTruthJudge', () => {
  it('dates what was found by the local day of its article, and by the edition that told it', async () => {
    const { happenings } = await report([jail('x', '2026-01-05', { country: 'CO' })]);
    expect(happenings).toMatchObject([
      {
        id: 'x',
        found: {
          date: '2026-01-05',
          delayDays: 0,
          editionDate: '2026-01-06',
          editionDelayDays: 1,
          status: 'carried-out',
          quote: 'Police arrested Niño Guerrero in Colombia.',
          article: { id: 'a', title: 'a', url: 'https://example.org/article' },
          alsoTakenFor: [],
        },
      },
    ]);
  });

  it.each<[string, Happening, string | null]>([
    ['the same day', jail('x', '2026-01-07'), 'b'],
    ['the window’s last day', jail('x', '2026-01-06'), 'b'],
    ['an article before it', jail('x', '2026-01-08'), null],
    ['an article of another country', jail('x', '2026-01-05', { country: 'PE' }), null],
    ['the first that is of its country', jail('x', '2026-01-05', { country: 'CL' }), 'b'],
    ['a term without its accent, in other case', jail('x', '2026-01-05', { terms: ['nino GUERRERO'] }), 'a'],
    ['any one of its terms', jail('x', '2026-01-05', { terms: ['Nobody', 'Duarte'] }), 'b'],
    ['a term that is only part of a word', jail('x', '2026-01-05', { terms: ['Duart'] }), null],
    ['an actor of the signal', jail('x', '2026-01-06', { actors: ['tren-de-aragua'] }), 'b'],
    ['an actor that the signal has not', jail('x', '2026-01-05', { actors: ['other'] }), null],
  ])('takes or leaves %s', async (_what, happening, expected) => {
    const { happenings } = await report([happening]);
    expect(happenings[0]?.found?.article.id ?? null).toBe(expected);
  });

  it('leaves an article after the window, which may be as short as the day itself', async () => {
    expect((await report([jail('x', '2026-01-06')], 0)).total).toMatchObject({ found: 0, missed: 1 });
  });

  it('counts stories that fit no happening as false, of categories that it knows happenings of', async () => {
    const { total, categories, falseAlarms, notJudged } = await report([
      jail('x', '2026-01-05', { country: 'CO' }),
      jail('y', '2026-01-10'),
    ]);
    expect(total).toEqual({
      happenings: 2,
      found: 1,
      missed: 1,
      delayDays: { least: 0, median: 0, most: 0 },
      editionDelayDays: { least: 1, median: 1, most: 1 },
      alarms: 2,
      falseAlarms: 1,
    });
    expect(categories).toEqual([{ category: 'jail', title: 'jail', ...total }]);
    expect(falseAlarms).toMatchObject([
      { category: 'jail', date: '2026-01-07', signals: 1, article: { id: 'b' } },
    ]);
    expect(notJudged).toEqual({ seized: 1 });
  });

  it('takes happenings outside the period for no misses, and their stories for no false alarms', async () => {
    const { total, outside, happenings } = await report([
      jail('before', '2026-01-04', { country: 'CO' }),
      jail('after', '2026-01-11'),
    ]);
    expect(outside).toEqual(['before', 'after']);
    expect(happenings).toEqual([]);
    expect(total).toMatchObject({ happenings: 0, missed: 0, alarms: 2, falseAlarms: 1, delayDays: null });
  });

  it('says when one signal stands for several happenings', async () => {
    const { happenings } = await report([jail('x', '2026-01-06'), jail('y', '2026-01-07')]);
    expect(happenings.map(({ found }) => found?.alsoTakenFor)).toEqual([['y'], ['x']]);
  });

  it('takes the middle of two delays for their median', async () => {
    const { total } = await report([jail('x', '2026-01-06'), jail('y', '2026-01-07')]);
    expect(total.delayDays).toEqual({ least: 0, median: 0.5, most: 1 });
  });

  it('reports the same in whatever order the happenings are given', async () => {
    const given = [
      jail('x', '2026-01-05'),
      jail('y', '2026-01-07'),
      jail('z', '2026-01-07', { country: 'PE' }),
    ];
    expect(await report(given.toReversed())).toEqual(await report(given));
  });
});
