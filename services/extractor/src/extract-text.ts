import { type Clock, canonicalUrl, Failure, isSameText, LaterFailure, NeverFailure } from '@aftermath/core';
import {
  type ArticleItem,
  claimAddress,
  type Database,
  finishTask,
  holdTask,
  itemsOfArticle,
  joinArticle,
  storeRevision,
  type Transaction,
} from '@aftermath/db';
import type { Fetcher } from '@aftermath/fetch';
import { type Claim, STAGE_POLICIES, type TaskHandler } from '@aftermath/pipeline';
import type { ThreadPool } from '@aftermath/threads';
import { type FoundText, feedContent, feedSummary, withFeedWords } from './feed-text.ts';
import { readPage } from './read-page.ts';

export interface ExtractContext {
  readonly db: Database;
  readonly fetcher: Fetcher;
  readonly extractor: ThreadPool;
  readonly clock: Clock;
}

/** A page that puts us off for so long (429, robots.txt out of order) is not waited for any more. */
const PUT_OFF_MS_MAX = 48 * 3_600_000;

/**
 * Turns one article into text: what a feed gave if that is whole, else the page's. A page that can't be read for good
 * leaves what the feed said of it, with the reason kept: a headline is worth classifying.
 */
export function extractText(context: ExtractContext): TaskHandler {
  return async (claim, signal) => {
    const articleId = Number(claim.key);
    const items = await itemsOfArticle(context.db.orm, articleId);
    const [item] = items;
    if (item === undefined) {
      await context.db.transaction((tx) => finishTask(tx, claim));
      return { skipped: 'no feed carries the article any more' };
    }
    const read = feedContent(items) ?? (await fromPage(context, claim, items, item, signal));
    const found = withFeedWords(read, items);
    const stored = await context.db.transaction(async (tx) => {
      // What a feed told meanwhile, while we were reading, has yet to be read.
      await holdTask(tx, claim);
      const now = await itemsOfArticle(tx, articleId);
      const changed = JSON.stringify(now) !== JSON.stringify(items);
      await finishTask(tx, claim, changed ? context.clock.now() : undefined);
      return store(tx, articleId, found);
    });
    const { origin, problem, text } = found;
    return { article: item.url, origin, problem, chars: text.text.length, ...stored };
  };
}

async function fromPage(
  context: ExtractContext,
  claim: Claim,
  items: readonly ArticleItem[],
  { url }: ArticleItem,
  signal: AbortSignal,
): Promise<FoundText> {
  try {
    return await readPage(context, url, signal);
  } catch (error) {
    const changedAt = Math.max(...items.map((item) => item.changedAt.getTime()));
    if (!isFinal(error, claim, context.clock.now().getTime() - changedAt)) throw error;
    const summary = feedSummary(items, `${error.code}: ${error.message}`);
    if (summary === null) throw error;
    return summary;
  }
}

/** True when no further attempt will come after this failure. */
function isFinal(error: unknown, claim: Claim, ageMs: number): error is Failure {
  if (error instanceof NeverFailure) return true;
  if (error instanceof LaterFailure) return ageMs > PUT_OFF_MS_MAX;
  return (
    error instanceof Failure &&
    error.kind === 'retry' &&
    claim.attempts + 1 >= STAGE_POLICIES.extract.attemptsMax
  );
}

/** Stores a text under its article, or finds that another one is the same article under another address (ADR 7). */
async function store(tx: Transaction, articleId: number, found: FoundText) {
  const claimed = canonicalUrl(found.text.canonicalUrl ?? found.pageUrl ?? '');
  if (found.origin === 'page' && claimed !== null) {
    const namesakes = await claimAddress(tx, articleId, claimed);
    const same = namesakes.find(({ text }) => isSameText(text, found.text.text));
    if (same !== undefined) {
      await joinArticle(tx, articleId, same.id);
      return { joined: same.id, revisionId: null };
    }
  }
  const { title, text, origin, problem } = found;
  return { revisionId: await storeRevision(tx, { articleId, title, text, origin, problem }) };
}
