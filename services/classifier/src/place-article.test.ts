import { type Database, listMerges, openDatabase, type StoredRevision } from '@aftermath/db';
import { createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeArticle } from './place-article.ts';

const BRIDGE = `A barge struck a pier of the Osgood Bridge in Port Lark on Monday, and the town closed it to all traffic.
Nobody was hurt, said harbour master Ilse Varga. Engineers of the Meridian Institute will look at pier seven on Tuesday.`;

describe('placeArticle', () => {
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

  const place = async (url: string, firstSeenAt: string, text = BRIDGE): Promise<number> => {
    const { rows } = await db.orm.execute<{ id: string }>(
      `insert into articles (canonical_url) values ('${url}') returning id`,
    );
    const article = {
      id: 0,
      articleId: Number(rows[0]?.id),
      current: true,
      url,
      title: 'The bridge',
      lang: 'en',
    };
    const revision: StoredRevision = {
      ...article,
      text,
      publishedAt: null,
      agencies: [],
      firstSeenAt: new Date(firstSeenAt),
    };
    return db.transaction((tx) => placeArticle(tx, revision));
  };
  const storyOf = async (url: string) => {
    const { rows } = await db.orm.execute<{ story: string; copy: string | null }>(
      `select m.story_id as story, m.copy_of as copy from story_members m join articles a on a.id = m.article_id
       where a.canonical_url = '${url}'`,
    );
    return rows[0] === undefined ? null : { story: Number(rows[0].story), copy: rows[0].copy !== null };
  };

  it('puts a copy into the story of its original, and another happening into its own', async () => {
    const first = await place('https://one.example/bridge', '2026-03-01T10:00:00Z');
    expect(await place('https://two.example/bridge', '2026-03-01T12:00:00Z')).toBe(first);
    expect(await storyOf('https://two.example/bridge')).toEqual({ story: first, copy: true });
    const other =
      'The Grey Lanterns won the cup final in Saint Brede on Sunday, three goals to one, before 9,000 people.';
    expect(await place('https://two.example/cup', '2026-03-01T12:00:00Z', other)).not.toBe(first);
  });

  it('two copies that arrive at once meet in one story', async () => {
    const text = BRIDGE.replaceAll('Osgood', 'Halloran').replaceAll('Port Lark', 'Cape Blue');
    const at = '2026-05-01T10:00:00Z';
    const stories = await Promise.all(
      ['one', 'two', 'three'].map((paper) => place(`https://${paper}.example/halloran`, at, text)),
    );
    expect(new Set(stories).size).toBe(1);
  });

  it('merges stories that late evidence shows to be one, under the older number, and writes it down', async () => {
    const text = BRIDGE.replaceAll('Osgood', 'Quillan').replaceAll('Port Lark', 'San Telmo');
    const older = await place('https://one.example/quillan', '2026-06-01T10:00:00Z', text);
    const younger = await place('https://two.example/quillan', '2026-06-16T10:00:00Z', text);
    expect(younger).not.toBe(older);
    // Between the two, and near enough to both.
    expect(await place('https://three.example/quillan', '2026-06-08T20:00:00Z', text)).toBe(older);
    const merges = await listMerges(db.orm);
    const expected = [{ storyId: younger, intoId: older }];
    expect(merges.map(({ storyId, intoId }) => ({ storyId, intoId }))).toEqual(expected);
    expect(await storyOf('https://two.example/quillan')).toMatchObject({ story: older });
  });
});
