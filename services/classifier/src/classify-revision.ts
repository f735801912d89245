import type { Classifier } from '@aftermath/classify';
import type { Decision } from '@aftermath/core';
import {
  type Database,
  findRevision,
  finishTask,
  recordFirstSeen,
  type StoredRevision,
  storeDecision,
  storyOfArticle,
  type WatchRow,
  watchesOfArticle,
} from '@aftermath/db';
import type { TaskHandler } from '@aftermath/pipeline';
import { placeArticle } from './place-article.ts';

export interface ClassifyContext {
  readonly db: Database;
  readonly rulesFor: (watches: readonly WatchRow[]) => Classifier;
}

/** Decides one text for every watch whose sources carried it, and stores signals, story and ledger at once. */
export function classifyRevision({ db, rulesFor }: ClassifyContext): TaskHandler {
  return async (claim) => {
    const revision = await findRevision(db.orm, Number(claim.key));
    if (revision === null || !revision.current) {
      await db.transaction((tx) => finishTask(tx, claim));
      return { skipped: 'a newer text of the article has taken its place' };
    }
    const watches = await watchesOfArticle(db.orm, revision.articleId);
    const decisions = watches.length === 0 ? [] : rulesFor(watches).classify(inputOf(revision));
    const hashes = new Map(watches.map((watch) => [watch.id, watch.rulesHash]));
    return db.transaction(async (tx) => {
      await finishTask(tx, claim);
      const storyId = (await storyOfArticle(tx, revision.articleId)) ?? (await placeArticle(tx, revision));
      let signals = 0;
      for (const decision of decisions) {
        const ids = { revisionId: revision.id, articleId: revision.articleId, storyId };
        const stored = await storeDecision(tx, ids, decision, hashes.get(decision.watchId) ?? '');
        await recordFirstSeen(tx, decision.watchId, stored, revision);
        signals += stored.length;
      }
      return { article: revision.url, storyId, watches: inScope(decisions), signals };
    });
  };
}

function inputOf({ title, text, lang, url, publishedAt }: StoredRevision) {
  return { title, text, lang, url, publishedAt: publishedAt?.toISOString() ?? null };
}

function inScope(decisions: readonly Decision[]): string[] {
  return decisions.filter((decision) => decision.inScope).map((decision) => decision.watchId);
}
