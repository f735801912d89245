import { and, asc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { articles, items, revisions } from '../schema/index.ts';
import { storableText } from '../storable-text.ts';
import { classifyForOthers } from './revisions.ts';

/** An article that is known, or calls itself, by the same address. */
export interface Namesake {
  readonly id: number;
  readonly text: string;
}

/** One address leads to few articles; a template that gives the same one to all pages leads to thousands. */
const NAMESAKES_MAX = 10;

/**
 * Keeps the address that an article's page gives as its own, and finds the articles with a text that go by it. Of
 * articles that claim one address only one is looked at at a time, until its transaction ends. None when the article
 * has a text itself: what was classified stays where it is.
 *
 * @param claimed in canonical form
 */
export async function claimAddress(tx: Executor, articleId: number, claimed: string): Promise<Namesake[]> {
  const address = storableText(claimed);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`);
  const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
  if (article === undefined || article.revisionId !== null) return [];
  const own = article.canonicalUrl;
  if (address !== own)
    await tx.update(articles).set({ claimedUrl: address }).where(eq(articles.id, articleId));
  return tx
    .select({ id: articles.id, text: revisions.text })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.revisionId))
    .where(
      and(
        ne(articles.id, articleId),
        isNotNull(articles.revisionId),
        isNull(articles.sameAs),
        or(
          eq(articles.canonicalUrl, address),
          eq(articles.claimedUrl, address),
          eq(articles.claimedUrl, own),
        ),
      ),
    )
    .orderBy(asc(articles.id))
    .limit(NAMESAKES_MAX);
}

/**
 * Makes one article of two: the items of `from`, which has no text yet, are those of `into` from now on, and so is
 * what feeds bring under its address later. A watch that hears of `into` through them gets to decide on it.
 */
export async function joinArticle(tx: Executor, from: number, into: number): Promise<void> {
  const [survivor] = await tx.select().from(articles).where(eq(articles.id, into)).for('update');
  if (survivor === undefined) return;
  await tx.execute(sql`delete from ${items} i using ${items} k where i.article_id = ${from}
    and k.article_id = ${into} and k.source_id = i.source_id and k.guid = i.guid`);
  await tx.update(items).set({ articleId: into }).where(eq(items.articleId, from));
  await tx
    .update(articles)
    .set({ sameAs: into })
    .where(or(eq(articles.id, from), eq(articles.sameAs, from)));
  if (survivor.revisionId !== null) await classifyForOthers(tx, into, survivor.revisionId);
}
