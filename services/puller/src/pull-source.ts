import { type Clock, canonicalUrl, Failure, type FeedItem, LaterFailure } from '@aftermath/core';
import {
  type Database,
  findSource,
  finishCheck,
  finishTask,
  type NewItem,
  type SourceRow,
  storeItems,
} from '@aftermath/db';
import { isWhole, plainText } from '@aftermath/feeds';
import type { Fetcher, FetchResult } from '@aftermath/fetch';
import type { Claim, TaskHandler } from '@aftermath/pipeline';
import type { ThreadPool } from '@aftermath/threads';
import { checkAfterFailure, nextCheck } from './next-check.ts';
import { readSource, requestFor } from './read-source.ts';

export interface PullContext {
  readonly db: Database;
  readonly fetcher: Fetcher;
  readonly parser: ThreadPool;
  readonly clock: Clock;
  readonly pollIntervalMs: number;
}

/**
 * Looks at one source: a conditional request, and what is new in its feed stored with the extraction of each
 * article. A source that can't be had is a fact to write down, not a job to give up: it is looked at again,
 * less and less often.
 */
export function pullSource(context: PullContext): TaskHandler {
  return async (claim, signal) => {
    const source = await findSource(context.db.orm, Number(claim.key));
    if (source === null) {
      await context.db.transaction((tx) => finishTask(tx, claim));
      return { skipped: 'the source was removed' };
    }
    const startedAt = context.clock.now();
    try {
      const fetched = await context.fetcher.fetch(source.url, {
        etag: source.etag,
        lastModified: source.lastModified,
        ...requestFor(source),
        signal,
      });
      return await storeFeed(context, claim, source, fetched, signal);
    } catch (error) {
      // A shutdown says nothing of the source: the task is simply due again.
      if (!(error instanceof Failure) || signal.aborted) throw error;
      return await storeFailure(context, claim, source, error, startedAt);
    }
  };
}

async function storeFeed(
  context: PullContext,
  claim: Claim,
  source: SourceRow,
  fetched: FetchResult,
  signal: AbortSignal,
) {
  const { db, clock, pollIntervalMs } = context;
  const nextCheckAt = nextCheck(
    { intervalMs: pollIntervalMs, maxAgeMs: fetched.maxAgeMs },
    source.id,
    clock.now(),
  );
  const check = {
    httpStatus: fetched.status,
    bytes: fetched.body.byteLength,
    durationMs: fetched.durationMs,
    nextCheckAt,
  };
  if (fetched.notModified) {
    await finishCheck(db.orm, claim, source.id, {
      ...check,
      outcome: 'not-modified',
      items: null,
      newItems: 0,
      errorCode: null,
      errorMessage: null,
    });
    return { source: source.url, status: 304 };
  }
  const feed = await readSource(context, source, fetched, clock.now(), signal);
  const items = feed.items.flatMap((item) => newItem(item) ?? []);
  const whole = isWhole(feed);
  const [problem] = whole ? [] : feed.problems;
  const newItems = await db.transaction(async (tx) => {
    const added = await storeItems(tx, source.id, items);
    await finishCheck(tx, claim, source.id, {
      ...check,
      outcome: 'ok',
      items: feed.items.length,
      newItems: added,
      errorCode: problem?.code ?? null,
      errorMessage: problem?.message ?? null,
      // After a partial parse the next answer must be the whole feed again, not "not modified".
      validators: whole
        ? { etag: fetched.etag, lastModified: fetched.lastModified }
        : { etag: null, lastModified: null },
    });
    return added;
  });
  return { source: source.url, status: fetched.status, items: feed.items.length, newItems };
}

async function storeFailure(
  context: PullContext,
  claim: Claim,
  source: SourceRow,
  failure: Failure,
  startedAt: Date,
) {
  const { db, clock, pollIntervalMs } = context;
  const now = clock.now();
  const nextCheckAt =
    failure instanceof LaterFailure
      ? nextCheck(
          { intervalMs: pollIntervalMs, maxAgeMs: failure.retryAt.getTime() - now.getTime() },
          source.id,
          now,
        )
      : checkAfterFailure(pollIntervalMs, source.failures, source.id, now);
  await finishCheck(db.orm, claim, source.id, {
    outcome: 'failed',
    httpStatus: null,
    bytes: null,
    items: null,
    newItems: null,
    durationMs: now.getTime() - startedAt.getTime(),
    errorCode: failure.code,
    errorMessage: failure.message,
    nextCheckAt,
  });
  return { source: source.url, failed: failure.code, error: failure.message, nextCheckAt };
}

/** An item without a link leads nowhere; one without an id is known by its link. */
function newItem(item: FeedItem): NewItem | null {
  const canonical = item.link === null ? null : canonicalUrl(item.link);
  if (item.link === null || canonical === null) return null;
  return {
    guid: item.id ?? canonical,
    url: item.link,
    canonicalUrl: canonical,
    // Titles are as published, markup included.
    title: item.title === null ? null : plainText(item.title),
    publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt),
    summary: item.summary,
    content: item.content,
  };
}
