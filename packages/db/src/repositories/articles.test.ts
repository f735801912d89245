import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { itemsOfArticle, type NewItem, storeItems } from './articles.ts';
import { sourceHealth } from './source-health.ts';
import { countDue } from './tasks.ts';
import { saveWatch } from './watches.ts';

function anItem(changes: Partial<NewItem> = {}): NewItem {
  return {
    guid: 'one',
    url: 'https://example.org/one?from=feed',
    canonicalUrl: 'https://example.org/one',
    title: 'A title',
    publishedAt: new Date('2026-03-01T12:00:00Z'),
    summary: 'A summary',
    content: null,
    ...changes,
  };
}

describe('storeItems', () => {
  let database: TestDatabase;
  let db: Database;
  let sourceIds: number[];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('the test watch has no source');
    const sources = ['a', 'b'].map((name) => ({ ...source, url: `https://example.org/${name}` }));
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources })));
    sourceIds = (await sourceHealth(db.orm)).map(({ id }) => id);
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    await db.orm.execute('truncate articles, items, tasks restart identity cascade');
  });

  const store = (items: readonly NewItem[], source = 0) =>
    db.transaction((tx) => storeItems(tx, sourceIds[source] ?? 0, items));
  const due = () => countDue(db.orm, ['extract']);
  const settle = () => db.orm.execute("update tasks set state = 'done'");

  it('stores what is new once, and sets its extraction going', async () => {
    expect(await store([anItem(), anItem({ guid: 'two', canonicalUrl: 'https://example.org/two' })])).toBe(2);
    expect(await due()).toBe(2);
    await settle();
    expect(await store([anItem()])).toBe(0);
    expect(await due()).toBe(0);
    const { guid: _, canonicalUrl: __, ...said } = anItem();
    expect(await itemsOfArticle(db.orm, 1)).toEqual([{ ...said, lang: 'en', changedAt: expect.any(Date) }]);
  });

  it('sets an article going again when its item changed, which is no new item', async () => {
    await store([anItem()]);
    await settle();
    expect(await store([anItem({ title: 'Corrected' })])).toBe(0);
    expect(await due()).toBe(1);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([{ title: 'Corrected' }]);
  });

  it('keeps an article that its publisher moved to another address', async () => {
    await store([anItem({ title: 'Port of Sereno closed after raid' })]);
    const moved = { url: 'https://example.org/two', canonicalUrl: 'https://example.org/two' };
    expect(await store([anItem({ ...moved, title: 'Port of Sereno reopened after raid' })])).toBe(0);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([{ url: 'https://example.org/two' }]);
    expect(await store([anItem({ ...moved, guid: 'another feed' })], 1)).toBe(1);
    expect(await itemsOfArticle(db.orm, 1)).toHaveLength(2);
  });

  it('keeps both stories of an id that a feed uses again', async () => {
    await store([anItem({ title: 'Port of Sereno closed after raid' })]);
    const other = { url: 'https://example.org/two', canonicalUrl: 'https://example.org/two' };
    const reused = anItem({ ...other, title: 'Minister visits vineyard', summary: 'Wine is sold there' });
    expect(await store([reused])).toBe(1);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([{ title: 'Port of Sereno closed after raid' }]);
    expect(await itemsOfArticle(db.orm, 2)).toMatchObject([{ title: 'Minister visits vineyard' }]);
    expect(await store([reused])).toBe(0);
  });

  it('knows an article that another feed brought', async () => {
    await store([anItem()]);
    const other = anItem({ guid: 'two', canonicalUrl: 'https://example.org/two' });
    expect(await store([anItem({ title: 'Elsewhere' }), other], 1)).toBe(2);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([{ title: 'A title' }, { title: 'Elsewhere' }]);
  });

  it('keeps an item without title, date and text', async () => {
    const bare = { title: null, publishedAt: null, summary: null, content: null };
    expect(await store([anItem(bare)])).toBe(1);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([bare]);
  });

  it.each([
    ['quotes and backslashes', `"'\\" \\u0000 {a,b} $1`, `"'\\" \\u0000 {a,b} $1`],
    ['a NUL', 'a\0b', 'a\uFFFDb'],
    ['half a character', 'a\uD800b', 'a\uFFFDb'],
    ['whole characters', '🚢 año\u2028', '🚢 año\u2028'],
  ])('keeps texts with %s', async (_name, text, stored) => {
    const texts = (value: string) => ({ title: value, summary: value, content: value });
    await store([anItem({ guid: text, url: `https://example.org/${text}`, ...texts(text) })]);
    expect(await itemsOfArticle(db.orm, 1)).toMatchObject([
      { url: `https://example.org/${stored}`, ...texts(stored) },
    ]);
  });
});
