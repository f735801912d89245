import type { ArticleText } from '@aftermath/core';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { articles, revisions, sources } from '../schema/index.ts';
import { claimAddress, joinArticle } from './article-joins.ts';
import { itemsOfArticle, storeItems } from './articles.ts';
import { type NewRevision, storeRevision } from './revisions.ts';
import { storeDecision } from './signals.ts';
import { countDue } from './tasks.ts';
import { saveWatch } from './watches.ts';

const BODY = 'The port of Sereno is closed.\n\nTwo men were held on Monday.';

function aText(changes: Partial<ArticleText> = {}): ArticleText {
  return {
    title: null,
    text: BODY,
    publishedAt: '2026-03-01T12:00:00.000Z',
    updatedAt: null,
    authors: ['Ana Alondra'],
    agencies: ['EFE'],
    siteName: null,
    lang: 'en',
    canonicalUrl: null,
    ...changes,
  };
}

function aRevision(changes: Partial<NewRevision> = {}): NewRevision {
  return { articleId: 1, title: 'Port closed', text: aText(), origin: 'page', problem: null, ...changes };
}

describe('an article', () => {
  let database: TestDatabase;
  let db: Database;
  const url = (name: string) => `https://example.org/${name}`;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('the test watch has no source');
    for (const name of ['a', 'b'])
      await db.transaction((tx) =>
        saveWatch(tx, aWatch({ id: `watch-${name}`, sources: [{ ...source, url: url(name) }] })),
      );
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    await db.orm.execute('truncate articles, items, tasks, stories restart identity cascade');
    await carry('one', 'a');
  });

  async function carry(name: string, feed: string): Promise<void> {
    const [source] = await db.orm
      .select({ id: sources.id })
      .from(sources)
      .where(eq(sources.url, url(feed)));
    const item = { guid: name, url: url(name), canonicalUrl: url(name), title: name, publishedAt: null };
    await db.transaction((tx) =>
      storeItems(tx, source?.id ?? 0, [{ ...item, summary: null, content: null }]),
    );
    await db.orm.execute("update tasks set state = 'done'");
  }
  const store = (changes: Partial<NewRevision> = {}) =>
    db.transaction((tx) => storeRevision(tx, aRevision(changes)));
  const stored = () => db.orm.select().from(revisions).orderBy(revisions.number);
  const settle = () => db.orm.execute("update tasks set state = 'done'");
  const toClassify = () => countDue(db.orm, ['classify']);

  it('has a new revision with what changed for each edit, classified again', async () => {
    await store();
    await settle();
    const text = aText({ text: `${BODY}\n\nA third was held later.` });
    expect(await store({ title: 'Port still closed', text })).toBe(2);
    expect(await toClassify()).toBe(1);
    expect(await stored()).toMatchObject([
      { number: 1, changes: null, agencies: ['EFE'] },
      {
        number: 2,
        changes: {
          title: { from: 'Port closed', to: 'Port still closed' },
          publishedAt: null,
          text: [{ removed: [], added: ['A third was held later.'] }],
        },
      },
    ]);
  });

  it('has a revision of its own when it is put out again with a new date', async () => {
    await store();
    expect(await store({ text: aText({ publishedAt: '2026-05-01T12:00:00.000Z' }) })).toBe(2);
    expect((await stored())[1]?.changes).toMatchObject({ title: null, text: [] });
  });

  it('is not changed nor classified by the same text again', async () => {
    await store();
    await db.transaction((tx) =>
      storeDecision(
        tx,
        { revisionId: 1, articleId: 1, storyId: 0 },
        { watchId: 'watch-a', inScope: false, relevance: 0, signals: [] },
        'rules',
      ),
    );
    await settle();
    expect(await store()).toBeNull();
    expect(await toClassify()).toBe(0);
  });

  it('is classified for a watch whose feed brings it later', async () => {
    await store();
    await db.transaction((tx) =>
      storeDecision(
        tx,
        { revisionId: 1, articleId: 1, storyId: 0 },
        { watchId: 'watch-a', inScope: false, relevance: 0, signals: [] },
        'rules',
      ),
    );
    await settle();
    await carry('one', 'b');
    expect(await store()).toBeNull();
    expect(await toClassify()).toBe(1);
  });

  it.each(['page', 'feed-content'] as const)(
    'keeps a text of its %s when only a summary can be had later, with the new headline',
    async (origin) => {
      await store({ origin });
      const text = aText({ text: 'Port closed.', agencies: [], authors: [] });
      const summary = { origin: 'feed-summary', problem: 'page-is-bot-wall: x', text } as const;
      expect(await store(summary)).toBeNull();
      expect(await store({ ...summary, title: 'Port reopened' })).toBe(2);
      expect((await stored())[1]).toMatchObject({
        title: 'Port reopened',
        text: BODY,
        textOrigin: origin,
        agencies: ['EFE'],
        problem: 'page-is-bot-wall: x',
      });
    },
  );

  it('takes the page when it can be had after a summary', async () => {
    await store({ origin: 'feed-summary', text: aText({ text: 'Port closed.' }), problem: 'x' });
    expect(await store()).toBe(2);
    expect((await stored())[1]).toMatchObject({ text: BODY, textOrigin: 'page', problem: null });
  });

  const claim = (articleId: number, address: string) =>
    db.transaction((tx) => claimAddress(tx, articleId, url(address)));

  it.each([
    ['gives the address of another', 'one', 'two'],
    ['is at the address that another gives', 'two', 'two'],
    ['gives the same address as another', 'three', 'three'],
  ])('finds its namesake when it %s', async (_how, secondClaims, firstClaims) => {
    expect(await claim(1, firstClaims === 'two' && secondClaims === 'one' ? 'one' : firstClaims)).toEqual([]);
    await store();
    await carry('two', 'b');
    expect(await claim(2, secondClaims)).toEqual([{ id: 1, text: BODY }]);
  });

  it('is one with another: all items, later ones too, and every watch are kept', async () => {
    await store();
    await settle();
    await carry('two', 'b');
    await db.transaction((tx) => joinArticle(tx, 2, 1));
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([{ title: 'one' }, { title: 'two' }]);
    expect(await toClassify()).toBe(1);
    await carry('two', 'a');
    expect(await itemsOfArticle(db.orm, 1)).toHaveLength(3);
    expect(await db.orm.select({ sameAs: articles.sameAs }).from(articles).orderBy(articles.id)).toEqual([
      { sameAs: null },
      { sameAs: 1 },
    ]);
  });

  it('that is classified already joins no other: its signals stay where they are', async () => {
    await store();
    await carry('two', 'b');
    await store({ articleId: 2 });
    expect(await claim(2, 'one')).toEqual([]);
  });

  it('waits with its claim for another of the same address', async () => {
    await carry('two', 'b');
    let found: unknown;
    let second: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await claimAddress(tx, 1, url('two'));
      second = claim(2, 'two').then((namesakes) => {
        found = namesakes;
      });
      await storeRevision(tx, aRevision());
    });
    await second;
    expect(found).toEqual([{ id: 1, text: BODY }]);
  });
});
