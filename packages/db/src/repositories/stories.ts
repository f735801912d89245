import { and, between, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { stories, storyKeys, storyMembers } from '../schema/index.ts';

/** One writer places articles at a time, so that two copies that arrive together meet in one story. */
const STORY_LOCK = 4_717_002;
/** A key shared by more articles than this says nothing; the newest are looked at. */
const CANDIDATES_MAX = 200;

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
  const found = tx
    .select({ articleId: storyKeys.articleId })
    .from(storyKeys)
    .where(
      and(
        inArray(storyKeys.key, [...newcomer.keys]),
        between(storyKeys.at, from, to),
        ne(storyKeys.articleId, newcomer.articleId),
      ),
    )
    .groupBy(storyKeys.articleId)
    .orderBy(sql`count(*) desc`, sql`${storyKeys.articleId} desc`)
    .limit(CANDIDATES_MAX);
  return tx
    .select({
      articleId: storyMembers.articleId,
      storyId: storyMembers.storyId,
      fingerprint: storyMembers.fingerprint,
      at: storyMembers.at,
    })
    .from(storyMembers)
    .where(inArray(storyMembers.articleId, found));
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

async function newStory(tx: Executor): Promise<number> {
  const [row] = await tx.insert(stories).values({}).returning({ id: stories.id });
  if (row === undefined) throw new Error('insert of a story returned no row');
  return row.id;
}
