import type { Decision, Signal, Watch } from '@aftermath/core';
import {
  createTaskStore,
  type Database,
  findRevision,
  findWatch,
  openDatabase,
  placeInStory,
  recordFirstSeen,
  saveWatch,
  sourceHealth,
  storeDecision,
  storeItems,
  storeRevision,
  storyOfArticle,
} from '@aftermath/db';
import { createTestDatabase, type FakeClock } from '@aftermath/testkit';
import { buildEditionTask } from '../build-edition.ts';
import { addDueEditions } from '../schedule-editions.ts';

export interface Telling {
  readonly url: string;
  readonly text: string;
  readonly publishedAt: string;
  /** What the watch makes of the text: the whole text is the quote. */
  readonly signals: readonly Pick<Signal, 'category' | 'status' | 'countries'>[];
}

/** A database with one watch, into which articles come as told, and whose editions are made when the clock says so. */
export async function openNewsroom(watch: Watch, clock: FakeClock) {
  const database = await createTestDatabase();
  const { connectionString } = database;
  const db = openDatabase({ connectionString });
  await db.transaction((tx) => saveWatch(tx, watch));
  await db.orm.execute(`update watches set created_at = '${clock.now().toISOString()}'`);
  const context = { db, clock, dashboardUrl: null, onFault: fail };

  return {
    db,
    watch: async () => (await findWatch(db.orm, watch.id)) ?? fail('the watch is gone'),

    /** Stores a text of an article, and what the watch makes of it. */
    async tell({ url, text, publishedAt, signals }: Telling): Promise<void> {
      const [source] = await sourceHealth(db.orm);
      const item = { guid: url, url, canonicalUrl: url, title: null, summary: text, content: null };
      await db.transaction((tx) =>
        storeItems(tx, source?.id ?? 0, [{ ...item, publishedAt: new Date(publishedAt) }]),
      );
      const { rows } = await db.orm.execute<{ id: string }>(
        `update articles set first_seen_at = '${clock.now().toISOString()}' where canonical_url = '${url}' returning id`,
      );
      const articleId = Number(rows[0]?.id);
      await db.transaction(async (tx) => {
        const article = { text, title: null, publishedAt, updatedAt: null, authors: [], agencies: [], siteName: null };
        const revisionId = await storeRevision(tx, {
          articleId,
          title: `Report of ${url}`,
          text: { ...article, lang: 'en', canonicalUrl: null },
          origin: 'page',
          problem: null,
        });
        const known = await storyOfArticle(tx, articleId);
        const place = { articleId, storyId: null, copyOf: null, fingerprint: '{}', keys: [], at: clock.now() };
        const ids = { articleId, revisionId: revisionId ?? 0, storyId: known ?? (await placeInStory(tx, place)) };
        const stored = await storeDecision(tx, ids, decide(watch.id, text, signals), 'hash');
        const revision = await findRevision(tx, ids.revisionId);
        if (revision === null) throw new Error('no revision was stored');
        await recordFirstSeen(tx, watch.id, stored, revision);
      });
    },

    /** Two schedulers look at once, and two workers take what is due: as after a restart, or with two machines. */
    async goOn(): Promise<void> {
      await Promise.all([addDueEditions(context), addDueEditions(context)]);
      await Promise.all([work(), work()]);
    },

    async close(): Promise<void> {
      await db.close();
      await database.drop();
    },
  };

  async function work(): Promise<void> {
    const store = createTaskStore(db);
    for (const { taskId } of await store.dispatch('edition', 100)) {
      const claim = await store.claim(taskId, 60_000);
      if (claim !== null) await buildEditionTask(context)(claim, new AbortController().signal);
    }
  }
}

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

function decide(watchId: string, text: string, signals: Telling['signals']): Decision {
  const evidence = [{ field: 'text' as const, start: 0, end: text.length, quote: text, why: 'told' }];
  return {
    watchId,
    inScope: true,
    relevance: 1,
    signals: signals.map((signal) => ({ ...signal, score: 0.9, actors: [], evidence })),
  };
}

function fail(reason: unknown): never {
  throw reason instanceof Error ? reason : new Error(String(reason));
}

/** The editions of a newsroom, the earliest first. */
export async function editionsOf({ orm }: Database) {
  const { rows } = await orm.execute<{ id: number; date: string; text: string; input: string }>(
    'select id::int, date, text, input from editions order by date',
  );
  return rows;
}
