import { desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { signals, stories, storyKeys, storyMembers, storyMerges } from '../schema/index.ts';

/** One writer places articles at a time, so that two copies that arrive together meet in one story. */
const STORY_LOCK = 4_717_002;
/** A key that more articles share says nothing; the newest are looked at. */
const ARTICLES_PER_KEY_MAX = 64;
/** Compared for one newcomer at most, those that share the most keys first. */
const CANDIDATES_MAX = 100;

export interface StoryCandidate {
  readonly articleId: number;
  readonly storyId: number;
  readonly fingerprint: string;
  readonly at: Date;
}

/** Articles that share a key with the newcomer within `windowMs` of its time, the most shared keys first. */
export async function storyCandidates(
  tx: Executor,
  newcomer: { readonly articleId: number; readonly keys: readonly string[]; readonly at: Date },
  windowMs: number,
): Promise<StoryCandidate[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${STORY_LOCK})`);
  if (newcomer.keys.length === 0) return [];
  const from = new Date(newcomer.at.getTime() - windowMs);
  const to = new Date(newcomer.at.getTime() + windowMs);
  const found = sql`(select posted.article_id
    from unnest(${sql.param([...newcomer.keys])}::text[]) as wanted(key)
    cross join lateral (select ${storyKeys.articleId} as article_id from ${storyKeys}
      where ${storyKeys.key} = wanted.key and ${storyKeys.at} between ${from} and ${to}
      order by ${storyKeys.at} desc limit ${ARTICLES_PER_KEY_MAX}) posted
    where posted.article_id <> ${newcomer.articleId}
    group by posted.article_id order by count(*) desc, posted.article_id desc limit ${CANDIDATES_MAX})`;
  return tx
    .select({
      articleId: storyMembers.articleId,
      storyId: storyMembers.storyId,
      fingerprint: storyMembers.fingerprint,
      at: storyMembers.at,
    })
    .from(storyMembers)
    .where(sql`${storyMembers.articleId} in ${found}`);
}

/** The story an article is in already, or null. */
export async function storyOfArticle(tx: Executor, articleId: number): Promise<number | null> {
  const [row] = await tx
    .select({ storyId: storyMembers.storyId })
    .from(storyMembers)
    .where(eq(storyMembers.articleId, articleId));
  return row?.storyId ?? null;
}

export interface StoryPlace {
  readonly articleId: number;
  /** Null: a new story. */
  readonly storyId: number | null;
  readonly copyOf: number | null;
  readonly fingerprint: string;
  readonly keys: readonly string[];
  readonly at: Date;
}

/** Puts an article into a story; returns the story's id. */
export async function placeInStory(tx: Executor, place: StoryPlace): Promise<number> {
  const storyId = place.storyId ?? (await newStory(tx));
  const { articleId, copyOf, fingerprint, at } = place;
  await tx.insert(storyMembers).values({ articleId, storyId, copyOf, fingerprint, at });
  const keys = [...new Set(place.keys)];
  if (keys.length > 0) await tx.insert(storyKeys).values(keys.map((key) => ({ key, at, articleId })));
  return storyId;
}

/**
 * Makes stories one under the oldest number, and keeps which, when and by which article: never silently. Editions that
 * are frozen keep the numbers they had. Returns the number that stays.
 */
export async function mergeStories(
  tx: Executor,
  storyIds: readonly number[],
  articleId: number,
): Promise<number> {
  const intoId = Math.min(...storyIds);
  for (const storyId of storyIds.filter((id) => id !== intoId)) {
    await tx.update(storyMembers).set({ storyId: intoId }).where(eq(storyMembers.storyId, storyId));
    await tx.update(signals).set({ storyId: intoId }).where(eq(signals.storyId, storyId));
    await tx.insert(storyMerges).values({ storyId, intoId, articleId });
  }
  return intoId;
}

export interface StoryMerge {
  readonly storyId: number;
  readonly intoId: number;
  readonly articleId: number;
  readonly mergedAt: Date;
}

/** Merges of stories, the latest first. */
export function listMerges(db: Executor, limit = 1_000): Promise<StoryMerge[]> {
  return db
    .select()
    .from(storyMerges)
    .orderBy(desc(storyMerges.mergedAt), desc(storyMerges.storyId))
    .limit(limit);
}

async function newStory(tx: Executor): Promise<number> {
  const [row] = await tx.insert(stories).values({}).returning({ id: stories.id });
  if (row === undefined) throw new Error('insert of a story returned no row');
  return row.id;
}
