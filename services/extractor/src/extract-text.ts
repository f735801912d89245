import { type ArticleText, type Clock, Failure, LaterFailure, NeverFailure } from '@aftermath/core';
import {
  type ArticleItem,
  type Database,
  finishTask,
  itemsOfArticle,
  storeRevision,
  type TextOrigin,
} from '@aftermath/db';
import { fragmentText } from '@aftermath/extract';
import type { Fetcher } from '@aftermath/fetch';
import { type Claim, STAGE_POLICIES, type TaskHandler } from '@aftermath/pipeline';
import type { ThreadPool } from '@aftermath/threads';
import type { ExtractInput } from './extract-article-thread.ts';

export interface ExtractContext {
  readonly db: Database;
  readonly fetcher: Fetcher;
  readonly extractor: ThreadPool;
  readonly clock: Clock;
}

/** A page that puts us off for so long (429, robots.txt out of order) is not waited for any more. */
const PUT_OFF_MS_MAX = 48 * 3_600_000;
/** A feed's own content of this length is taken for the whole article: most summaries end long before. */
const FULL_TEXT_CHARS_MIN = 1_500;
const CUT_SHORT = /(\[(…|\.{3}|&hellip;)\]|…|\.{3}|(read|leer|ler) (more|más|mais))\s*$/i;

interface Found {
  readonly text: ArticleText;
  readonly origin: TextOrigin;
  readonly problem: string | null;
}

/**
 * Turns one article into text: what the feed gave if that is whole, else the page's. A page that can't be
 * read for good leaves what the feed said of it, with the reason kept: a headline is worth classifying.
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
    const found = fromFeedContent(item) ?? (await fromPage(context, claim, item, signal));
    const title = item.title ?? found.text.title ?? '';
    const revisionId = await context.db.transaction(async (tx) => {
      await finishTask(tx, claim);
      return storeRevision(tx, { articleId, title, ...found, text: datedByFeed(found.text, item) });
    });
    return {
      article: item.url,
      origin: found.origin,
      problem: found.problem,
      chars: found.text.text.length,
      revisionId,
    };
  };
}

function fromFeedContent(item: ArticleItem): Found | null {
  if (item.content === null) return null;
  const text = fragmentText(item.content);
  if (text.length < FULL_TEXT_CHARS_MIN || CUT_SHORT.test(text)) return null;
  return { text: feedText(item, text), origin: 'feed-content', problem: null };
}

async function fromPage(
  context: ExtractContext,
  claim: Claim,
  item: ArticleItem,
  signal: AbortSignal,
): Promise<Found> {
  try {
    const page = await context.fetcher.fetch(item.url, {
      accept: 'text/html, application/xhtml+xml',
      respectRobots: true,
      signal,
    });
    const input: ExtractInput = { html: page.body, url: page.url, contentType: page.contentType };
    const text = await context.extractor.run<ArticleText>(input);
    return { text, origin: 'page', problem: null };
  } catch (error) {
    if (!isFinal(error, claim, context.clock.now().getTime() - item.seenAt.getTime())) throw error;
    const summary = fragmentText(item.content ?? item.summary ?? '');
    if (summary === '' && item.title === null) throw error;
    return {
      text: feedText(item, summary),
      origin: 'feed-summary',
      problem: `${error.code}: ${error.message}`,
    };
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

function feedText(item: ArticleItem, text: string): ArticleText {
  return {
    title: item.title,
    text,
    publishedAt: null,
    updatedAt: null,
    authors: [],
    siteName: null,
    lang: item.lang,
    canonicalUrl: null,
  };
}

/** The page's own date and language go first; where it has none, what the feed says. Never now. */
function datedByFeed(text: ArticleText, item: ArticleItem): ArticleText {
  return {
    ...text,
    publishedAt: text.publishedAt ?? item.publishedAt?.toISOString() ?? null,
    lang: text.lang ?? item.lang,
  };
}
