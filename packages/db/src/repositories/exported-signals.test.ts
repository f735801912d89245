import type { ExportedSignal } from '@aftermath/core';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { type ExportFilter, eachExportedSignal, newestSignals } from './exported-signals.ts';
import { saveWatch } from './watches.ts';

/** More than two batches, two signals an article. */
const ARTICLES = 620;

describe('the signals that leave the store', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    await db.transaction((tx) => saveWatch(tx, aWatch()));
    await db.transaction((tx) => saveWatch(tx, { ...aWatch(), id: 'other-watch' }));
    // Article n is published on day n % 10 of March at 06:00 UTC; every tenth says no date, and was seen on the 20th.
    await db.orm.execute(`
      with story as (insert into stories default values returning id),
      article as (insert into articles (canonical_url, first_seen_at)
        select 'https://paper.example/' || n, '2026-03-20T12:00:00Z' from generate_series(1, ${ARTICLES}) n returning id),
      numbered as (select id, row_number() over (order by id) as n from article),
      revision as (insert into revisions (article_id, number, title, text, text_origin, authors, content_hash, published_at, lang)
        select id, 1, 'Three held', 'Police arrested three.', 'page', '{}', 'hash',
          case when n % 10 = 0 then null else '2026-03-01T06:00:00Z'::timestamptz + (n % 10 - 1) * interval '1 day' end, 'en'
        from numbered returning id, article_id),
      signal as (insert into signals (watch_id, article_id, revision_id, story_id, category, score, status, countries, actors, superseded_at)
        select watch, r.article_id, r.id, story.id, category, 0.93, 'carried-out', '{CO}', '{gang}', gone
        from revision r, story, (values ('test-watch', 'sanctions', null), ('test-watch', 'arrests', null),
          ('other-watch', 'arrests', null), ('test-watch', 'arrests', now())) as made(watch, category, gone)
        order by random() returning id, revision_id)
      insert into evidence (signal_id, revision_id, field, start_offset, end_offset, quote, why)
        select id, revision_id, 'text', 0, 22, 'Police arrested three.', 'arrested' from signal`);
    await db.orm.execute(`insert into items (source_id, guid, article_id, url, content_hash)
      select s.id, 'guid', (select min(id) from articles), 'https://paper.example/1', 'hash' from sources s limit 1`);
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  async function all(filter: Partial<ExportFilter> = {}): Promise<ExportedSignal[]> {
    const found: ExportedSignal[] = [];
    for await (const signal of eachExportedSignal(db.orm, { watchId: 'test-watch', ...filter }))
      found.push(signal);
    return found;
  }

  it('are all live ones of the watch, each once, those of an article in a row', async () => {
    const keys = (await all()).map(({ article, category }) => [article.id, category] as const);
    expect(keys).toHaveLength(2 * ARTICLES);
    expect(keys).toEqual(keys.toSorted(([a, c], [b, d]) => a - b || (c < d ? -1 : 1)));
    expect(new Set(keys.map(String)).size).toBe(keys.length);
  });

  it('have all that is known of them, times to the millisecond', async () => {
    const [first, , second] = await all();
    expect(first).toEqual({
      id: expect.any(Number),
      watchId: 'test-watch',
      category: 'arrests',
      status: 'carried-out',
      score: 0.93,
      countries: ['CO'],
      actors: ['gang'],
      foundAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      storyId: expect.any(Number),
      evidence: [{ field: 'text', start: 0, end: 22, quote: 'Police arrested three.', why: 'arrested' }],
      article: {
        id: expect.any(Number),
        title: 'Three held',
        url: 'https://paper.example/1',
        lang: 'en',
        publishedAt: '2026-03-01T06:00:00.000Z',
        firstSeenAt: '2026-03-20T12:00:00.000Z',
      },
      source: { title: 'Test source', country: 'CO', reliability: 'B' },
    });
    expect(second?.source).toBeNull();
  });

  it.each<[string, Partial<ExportFilter>, number]>([
    ['a category', { category: 'arrests' }, ARTICLES],
    ['a category that there is none of', { category: 'none' }, 0],
    ['a watch that there is none of', { watchId: 'none' }, 0],
    [
      'a day, its first moment included and the next day’s not',
      { since: new Date('2026-03-02T06:00:00Z'), before: new Date('2026-03-03T06:00:00Z') },
      ARTICLES / 5,
    ],
    [
      'the day on which an article without a date was seen',
      { since: new Date('2026-03-20T12:00:00Z') },
      ARTICLES / 5,
    ],
  ])('are kept to %s', async (_what, filter, expected) => {
    expect(await all(filter)).toHaveLength(expected);
  });

  it('can be had newest first, so many as asked', async () => {
    const ids = (await newestSignals(db.orm, { watchId: 'test-watch' }, 30)).map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  });
});
