import {
  type Clock,
  Failure,
  type FeedDocument,
  LaterFailure,
  learnRhythm,
  NO_RHYTHM,
} from '@aftermath/core';
import {
  type Database,
  findSource,
  finishCheck,
  finishReminder,
  finishTask,
  type SourceCheck,
  type SourceRow,
  storeItems,
} from '@aftermath/db';
import { isWhole } from '@aftermath/feeds';
import type { Fetcher, FetchResult } from '@aftermath/fetch';
import type { Claim, TaskHandler } from '@aftermath/pipeline';
import type { ThreadPool } from '@aftermath/threads';
import { moveAfter, moveAfterFailure } from './follow-move.ts';
import { GONE, gradeOf, judgeLook, remindOf } from './judge-look.ts';
import { newItem } from './new-item.ts';
import { checkAfterFailure, checkWhenAllowed, nextCheck } from './next-check.ts';
import { readSource, requestFor } from './read-source.ts';

export interface PullContext {
  readonly db: Database;
  readonly fetcher: Fetcher;
  readonly parser: ThreadPool;
  readonly clock: Clock;
  readonly pollIntervalMs: number;
}

const DAY_MS = 86_400_000;

/**
 * Looks at one source: a conditional request, and what is new in its feed stored with the extraction of each
 * article. A source that can't be had is a fact to write down, not a job to give up: it is looked at again,
 * less and less often.
 */
export function pullSource(context: PullContext): TaskHandler {
  return async (claim, signal) => {
    const source = await findSource(context.db.orm, Number(claim.key));
    if (source === null || source.pausedAt !== null) {
      await context.db.transaction((tx) => finishTask(tx, claim));
      return { skipped: source === null ? 'the source was removed' : 'the source is paused' };
    }
    if (source.goneAt !== null) return remind(context, claim, source);
    const startedAt = context.clock.now();
    try {
      const fetched = await context.fetcher.fetch(source.fetchUrl ?? source.url, {
        etag: source.etag,
        lastModified: source.lastModified,
        ...requestFor(source),
        signal,
      });
      return await storeLook(context, claim, source, fetched, signal);
    } catch (error) {
      // A shutdown says nothing of the source, nor does our own politeness: the task is simply due again.
      if (!(error instanceof Failure) || signal.aborted || error.code === 'host-busy') throw error;
      return await storeFailure(context, claim, source, error, startedAt);
    }
  };
}

async function storeLook(
  context: PullContext,
  claim: Claim,
  source: SourceRow,
  fetched: FetchResult,
  signal: AbortSignal,
) {
  const { db, clock } = context;
  const look = { httpStatus: fetched.status, bytes: fetched.body.byteLength, durationMs: fetched.durationMs };
  const move = moveAfter(source, fetched.permanentUrl);
  if (fetched.notModified) {
    const at = clock.now();
    const rhythm = source.rhythm ?? NO_RHYTHM;
    // What was not whole before is not whole now.
    const judgement = judgeLook(source, 'good', { at, problem: null, move });
    await finishCheck(db.orm, claim, source.id, {
      ...look,
      ...judgement,
      ...(move === null ? {} : { move }),
      outcome: 'not-modified',
      items: null,
      newItems: 0,
      errorCode: null,
      errorMessage: null,
      nextCheckAt: nextCheck(wishOf(context, source, rhythm, fetched.maxAgeMs), source.id, at),
    });
    return { source: source.url, status: 304, ...told(judgement.notice) };
  }
  const feed = await readSource(context, source, fetched, clock.now(), signal);
  const items = feed.items.flatMap((item) => newItem(item) ?? []);
  const whole = isWhole(feed);
  const [problem] = whole || feed.children.length > 0 ? [] : feed.problems;
  const at = clock.now();
  const judgement = judgeLook(source, problem === undefined ? 'good' : 'flawed', {
    at,
    problem: problem?.message ?? null,
    move,
  });
  const newItems = await db.transaction(async (tx) => {
    const added = await storeItems(tx, source.id, items);
    const rhythm = rhythmAfter(source, feed, added, at);
    await finishCheck(tx, claim, source.id, {
      ...look,
      ...judgement,
      ...(move === null ? {} : { move }),
      outcome: 'ok',
      items: feed.items.length,
      newItems: added,
      errorCode: problem?.code ?? null,
      errorMessage: problem?.message ?? null,
      // After a partial parse the next answer must be the whole feed again, not "not modified".
      validators: whole
        ? { etag: fetched.etag, lastModified: fetched.lastModified }
        : { etag: null, lastModified: null },
      rhythm,
      ...(added > 0 ? { lastItemAt: at } : {}),
      nextCheckAt: nextCheck(wishOf(context, source, rhythm, fetched.maxAgeMs), source.id, at),
    });
    return added;
  });
  const found = { items: feed.items.length, newItems };
  return { source: source.url, status: fetched.status, ...found, ...told(judgement.notice) };
}

async function storeFailure(
  context: PullContext,
  claim: Claim,
  source: SourceRow,
  failure: Failure,
  startedAt: Date,
) {
  const { db, clock, pollIntervalMs } = context;
  const at = clock.now();
  const move = moveAfterFailure(source, source.failures + 1);
  const judgement = judgeLook(source, gradeOf(failure), { at, problem: failure.message, move });
  const gone = failure.code === GONE;
  const nextCheckAt = gone
    ? new Date(at.getTime() + DAY_MS)
    : failure instanceof LaterFailure
      ? checkWhenAllowed(failure.retryAt, pollIntervalMs, source.id, at)
      : checkAfterFailure(pollIntervalMs, source.failures, source.id, at);
  await finishCheck(db.orm, claim, source.id, {
    ...judgement,
    ...(move === null ? {} : { move }),
    gone,
    outcome: 'failed',
    httpStatus: null,
    bytes: null,
    items: null,
    newItems: null,
    durationMs: at.getTime() - startedAt.getTime(),
    errorCode: failure.code,
    errorMessage: failure.message,
    nextCheckAt,
  });
  const failed = { failed: failure.code, error: failure.message, nextCheckAt };
  return { source: source.url, ...failed, ...told(judgement.notice) };
}

/** A source that is gone is not asked for; operators are told of it once a day until they say that they know. */
async function remind({ db, clock }: PullContext, claim: Claim, source: SourceRow) {
  if (source.acknowledgedAt !== null) {
    await db.transaction((tx) => finishTask(tx, claim));
    return { skipped: 'the source is gone for good' };
  }
  const at = clock.now();
  const notice = remindOf(source, at);
  await finishReminder(db.orm, claim, source.id, { notice, nextCheckAt: new Date(at.getTime() + DAY_MS) });
  return { source: source.url, skipped: 'the source is gone for good', ...told(notice) };
}

function told(notice: SourceCheck['notice']) {
  return notice === null ? {} : { notice };
}

function wishOf(
  { pollIntervalMs }: PullContext,
  { eventDate }: SourceRow,
  rhythm: NonNullable<SourceRow['rhythm']>,
  maxAgeMs: number | null,
) {
  // The date is local, its zone not known here: noon in Greenwich is that day nearly everywhere.
  const eventAt = eventDate === null ? null : new Date(`${eventDate}T12:00:00Z`);
  return { rhythm, baseMs: pollIntervalMs, maxAgeMs, eventAt };
}

function rhythmAfter({ rhythm, lastOkAt }: SourceRow, feed: FeedDocument, newItems: number, now: Date) {
  const published = feed.items.map(({ publishedAt }) => publishedAt);
  return {
    arrivals: learnRhythm(rhythm?.arrivals ?? [], { now, lastOkAt, published, newItems }),
    refreshIntervalMs: feed.refreshIntervalMs,
    skipHours: feed.skipHours,
  };
}
