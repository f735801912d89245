import type { ListSelectors, Watch } from '@aftermath/core';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { sources } from '../schema/index.ts';
import { findSource } from './sources.ts';
import { saveWatch } from './watches.ts';

function watchWith(list: ListSelectors | undefined): Watch {
  const watch = aWatch();
  const [source] = watch.sources;
  if (source === undefined) throw new Error('the built watch has no source');
  const read = list === undefined ? source : { ...source, kind: 'list' as const, list };
  return { ...watch, sources: [read] };
}

describe('a source that is a list page', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  const save = (list: ListSelectors | undefined) => db.transaction((tx) => saveWatch(tx, watchWith(list)));
  const stored = () => findSource(db.orm, 1);

  it('keeps its selectors, and its validators until they change', async () => {
    await save({ items: 'article' });
    expect(await stored()).toMatchObject({ kind: 'list', list: { items: 'article' }, etag: null });
    await db.orm.update(sources).set({ etag: '"a"', lastModified: 'then' }).where(eq(sources.id, 1));
    await save({ items: 'article' });
    expect(await stored()).toMatchObject({ etag: '"a"', lastModified: 'then' });
    await save({ items: 'article', link: 'h2 a' });
    expect(await stored()).toMatchObject({ etag: null, lastModified: null });
  });

  it('has none once it is a feed', async () => {
    await save(undefined);
    expect(await stored()).toMatchObject({ kind: 'feed', list: null });
  });
});
