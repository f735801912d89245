import {
  addTasks,
  countTasks,
  createTaskStore,
  type Database,
  finishTask,
  listWatches,
  openDatabase,
  saveWatch,
  sourceHealth,
} from '@aftermath/db';
import type { Stage } from '@aftermath/pipeline';
import { createLogger } from '@aftermath/telemetry';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addFirstDigest, installSample } from './sample.ts';

describe("the sample's first digest", () => {
  let database: TestDatabase;
  let db: Database;
  beforeEach(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    await installSample(db, createLogger({ level: 'silent' }));
  });
  afterEach(async () => {
    await db.close();
    await database.drop();
  });

  const editionTasks = async () => (await countTasks(db.orm)).filter(({ stage }) => stage === 'edition');
  const lookAtSources = () => db.orm.execute('update sources set last_checked_at = now()');
  async function finish(stage: Stage): Promise<void> {
    const store = createTaskStore(db);
    for (const { taskId } of await store.dispatch(stage, 10)) {
      const claim = await store.claim(taskId, 60_000);
      if (claim !== null) await db.transaction((tx) => finishTask(tx, claim));
    }
  }
  /** An article, number 1, of the first source there is. */
  async function addArticle(): Promise<void> {
    const [source] = await sourceHealth(db.orm);
    await db.orm.execute(`with article as (
        insert into articles (canonical_url) values ('https://example.org/a') returning id
      ), item as (
        insert into items (source_id, guid, article_id, url, content_hash)
        select ${source?.id}, 'a', id, 'https://example.org/a', '' from article
      ) insert into revisions (article_id, number, title, text, text_origin, authors, content_hash)
        select id, 1, '', '', 'page', '{}', '' from article`);
  }

  it('waits for every source to be looked at', async () => {
    expect(await addFirstDigest(db)).toBe(false);
    expect(await editionTasks()).toEqual([]);
    await lookAtSources();
    expect(await addFirstDigest(db)).toBe(true);
    expect(await editionTasks()).toMatchObject([{ state: 'due', tasks: 1 }]);
  });

  it.each(['extract', 'classify'] as const)('waits for what is due to %s', async (stage) => {
    await lookAtSources();
    await addArticle();
    await addTasks(db.orm, [{ stage, key: '1' }]);
    expect(await addFirstDigest(db)).toBe(false);
    await finish(stage);
    expect(await addFirstDigest(db)).toBe(true);
  });

  it('does not wait for the articles of another watch', async () => {
    await lookAtSources();
    await addArticle();
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources: [] })));
    await db.orm.execute("update watch_sources set watch_id = 'test-watch'");
    await addTasks(db.orm, [
      { stage: 'extract', key: '1' },
      { stage: 'classify', key: '1' },
    ]);
    expect(await addFirstDigest(db)).toBe(true);
  });

  it('is made once', async () => {
    await lookAtSources();
    await addFirstDigest(db);
    await finish('edition');
    expect(await addFirstDigest(db)).toBe(true);
    expect(await editionTasks()).toMatchObject([{ state: 'done', tasks: 1 }]);
  });

  it('is not waited for once the sample is removed', async () => {
    await db.orm.execute('delete from watches');
    expect(await listWatches(db.orm)).toEqual([]);
    expect(await addFirstDigest(db)).toBe(true);
    expect(await editionTasks()).toEqual([]);
  });
});
