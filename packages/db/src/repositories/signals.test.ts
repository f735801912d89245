import type { ArticleText, Decision, Evidence } from '@aftermath/core';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { storeItems } from './articles.ts';
import { storeRevision } from './revisions.ts';
import { listSignals, storeDecision } from './signals.ts';
import { sourceHealth } from './source-health.ts';
import { placeInStory } from './stories.ts';
import { saveWatch } from './watches.ts';

const TEXT = 'Dos 🚔 patrullas.\n\nDetuvieron a tres personas 👩‍👩‍👧 en Ca\u0301diz.';
const QUOTE = 'Detuvieron a tres personas 👩‍👩‍👧 en Ca\u0301diz.';

const text = (body: string): ArticleText => ({
  title: null,
  text: body,
  publishedAt: null,
  updatedAt: null,
  authors: [],
  agencies: [],
  siteName: null,
  lang: 'es',
  canonicalUrl: null,
});

describe('signals', () => {
  let database: TestDatabase;
  let db: Database;
  let ids: { revisionId: number; articleId: number; storyId: number };
  const watch = aWatch();

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    await db.transaction((tx) => saveWatch(tx, watch));
    const [source] = await sourceHealth(db.orm);
    await db.transaction((tx) => storeItems(tx, source?.id ?? 0, [anItem('https://example.org/a')]));
    const { rows } = await db.orm.execute<{ id: number }>('select id::int from articles');
    const articleId = rows[0]?.id ?? 0;
    const revisionId = await db.transaction((tx) =>
      storeRevision(tx, {
        articleId,
        title: 'Tres detenidos 🚔',
        text: text(TEXT),
        origin: 'page',
        problem: null,
      }),
    );
    const place = { articleId, storyId: null, copyOf: null, fingerprint: '{}', keys: [], at: new Date() };
    const storyId = await db.transaction((tx) => placeInStory(tx, place));
    ids = { revisionId: revisionId ?? 0, articleId, storyId };
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const anItem = (url: string) => ({
    guid: url,
    url,
    canonicalUrl: url,
    title: 'Tres detenidos',
    publishedAt: null,
    summary: null,
    content: null,
  });
  const decision = (evidence: Partial<Evidence>): Decision => ({
    watchId: watch.id,
    inScope: true,
    relevance: 1,
    signals: [
      {
        category: 'arrests',
        score: 0.9,
        status: 'carried-out',
        countries: ['ES'],
        actors: [],
        evidence: [
          {
            field: 'text',
            start: TEXT.indexOf(QUOTE),
            end: TEXT.indexOf(QUOTE) + QUOTE.length,
            quote: QUOTE,
            why: 'detuv*',
            ...evidence,
          },
        ],
      },
    ],
  });
  const store = (evidence: Partial<Evidence>) =>
    db.transaction((tx) => storeDecision(tx, ids, decision(evidence), 'hash'));

  it('keep a quote at its UTF-16 offsets, emoji and combining marks before and in it', async () => {
    await store({});
    await store({ field: 'title', quote: '🚔', start: 15, end: 17 });
    const live = await listSignals(db.orm, { limit: 10 });
    expect(live).toHaveLength(1);
    expect(live[0]?.evidence).toEqual([{ field: 'title', quote: '🚔', start: 15, end: 17, why: 'detuv*' }]);
  });

  it.each([
    ['a quote that is not the text', { quote: `${QUOTE.slice(0, -2)}s.` }],
    ['offsets one unit off', { start: TEXT.indexOf(QUOTE) + 1, end: TEXT.indexOf(QUOTE) + 1 + QUOTE.length }],
    [
      'offsets in code points',
      {
        start: [...TEXT.slice(0, TEXT.indexOf(QUOTE))].length,
        end: [...TEXT.slice(0, TEXT.indexOf(QUOTE))].length + QUOTE.length,
      },
    ],
    ['an end beyond the quote', { end: TEXT.length + 40 }],
    ['an empty quote', { quote: '', start: 0, end: 0 }],
    ['a quote of the wrong field', { field: 'title' as const }],
  ])('are refused by the database with %s, and nothing of them is stored', async (_what, evidence) => {
    const before = await listSignals(db.orm, { limit: 10 });
    await expect(store(evidence)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('evidence is not the text at its offsets') },
    });
    expect(await listSignals(db.orm, { limit: 10 })).toEqual(before);
  });

  it('stand on a text that never changes', async () => {
    await expect(
      db.orm.execute(`update revisions set text = 'other' where id = ${ids.revisionId}`),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('immutable') },
    });
  });
});
