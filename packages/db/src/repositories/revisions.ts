import { type ArticleText, revisionChanges } from '@aftermath/core';
import { and, eq, sql } from 'drizzle-orm';
import { contentHash } from '../content-hash.ts';
import type { Executor } from '../database.ts';
import { articles, decisions, items, revisions, type TextOrigin, watchSources } from '../schema/index.ts';
import { storableText } from '../storable-text.ts';
import { addTasks } from './tasks.ts';

export interface NewRevision {
  readonly articleId: number;
  readonly title: string;
  readonly text: ArticleText;
  readonly origin: TextOrigin;
  readonly problem: string | null;
}

type RevisionRow = typeof revisions.$inferSelect;

/**
 * Stores a text as the article's current revision, with what it changes, and sets its classification going. What the
 * feed says of a page that couldn't be had never takes the place of a text that was read: only its title is new then.
 * The same again changes nothing, and is classified for those watches only that haven't decided on it; returns null.
 */
export async function storeRevision(tx: Executor, added: NewRevision): Promise<number | null> {
  const { articleId } = added;
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId)).for('update');
  if (article === undefined) return null;
  const current = article.revisionId === null ? null : await revisionOf(tx, article.revisionId);
  const row = rowOf(added, current);
  const changes = current === null ? null : revisionChanges(told(current), told(row));
  if (current !== null && changes === null) {
    await classifyForOthers(tx, articleId, current.id);
    return null;
  }
  const [stored] = await tx
    .insert(revisions)
    .values({ ...row, articleId, number: (current?.number ?? 0) + 1, changes })
    .returning({ id: revisions.id });
  if (stored === undefined) throw new Error('insert of a revision returned no row');
  await tx.update(articles).set({ revisionId: stored.id }).where(eq(articles.id, articleId));
  await addTasks(tx, [{ stage: 'classify', key: String(stored.id) }]);
  return stored.id;
}

async function revisionOf(tx: Executor, id: number): Promise<RevisionRow | null> {
  const [row] = await tx.select().from(revisions).where(eq(revisions.id, id));
  return row ?? null;
}

function rowOf({ title, text, origin, problem }: NewRevision, current: RevisionRow | null) {
  const newTitle = storableText(title);
  if (current !== null && origin === 'feed-summary' && current.textOrigin !== 'feed-summary') {
    const { id: _, createdAt: __, ...kept } = current;
    return { ...kept, title: newTitle, problem, contentHash: contentHash(newTitle, current.text) };
  }
  const body = storableText(text.text);
  return {
    title: newTitle,
    text: body,
    textOrigin: origin,
    problem,
    lang: text.lang,
    publishedAt: instantOf(text.publishedAt),
    updatedAt: instantOf(text.updatedAt),
    authors: text.authors.map(storableText),
    agencies: [...text.agencies],
    siteName: text.siteName === null ? null : storableText(text.siteName),
    contentHash: contentHash(newTitle, body),
  };
}

function told({ title, text, publishedAt }: Pick<RevisionRow, 'title' | 'text' | 'publishedAt'>) {
  return { title, text, publishedAt: publishedAt?.toISOString() ?? null };
}

function instantOf(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

/** A feed of another watch may have brought an article that is classified already. */
export async function classifyForOthers(tx: Executor, articleId: number, revisionId: number): Promise<void> {
  const undecided = await tx
    .select({ watchId: watchSources.watchId })
    .from(items)
    .innerJoin(watchSources, eq(watchSources.sourceId, items.sourceId))
    .leftJoin(
      decisions,
      and(eq(decisions.watchId, watchSources.watchId), eq(decisions.revisionId, revisionId)),
    )
    .where(and(eq(items.articleId, articleId), sql`${decisions.watchId} is null`))
    .limit(1);
  if (undecided.length > 0) await addTasks(tx, [{ stage: 'classify', key: String(revisionId) }]);
}

export interface StoredRevision {
  readonly id: number;
  readonly articleId: number;
  readonly current: boolean;
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string | null;
  readonly publishedAt: Date | null;
  readonly agencies: readonly string[];
  readonly firstSeenAt: Date;
}

export async function findRevision(db: Executor, id: number): Promise<StoredRevision | null> {
  const [row] = await db
    .select({
      id: revisions.id,
      articleId: revisions.articleId,
      current: sql<boolean>`${articles.revisionId} = ${revisions.id}`,
      url: articles.canonicalUrl,
      title: revisions.title,
      text: revisions.text,
      lang: revisions.lang,
      publishedAt: revisions.publishedAt,
      agencies: revisions.agencies,
      firstSeenAt: articles.firstSeenAt,
    })
    .from(revisions)
    .innerJoin(articles, eq(articles.id, revisions.articleId))
    .where(eq(revisions.id, id));
  return row ?? null;
}
