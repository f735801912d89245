import { pollInterval, type SourceRhythm } from '@aftermath/core';

/** Never more often than this, whatever a feed says of itself. */
const INTERVAL_MS_MIN = 60_000;
/** A source is looked at once a day at least, so that its silence means something. */
const INTERVAL_MS_MAX = 86_400_000;
const HOUR_MS = 3_600_000;

export interface CheckWish {
  readonly rhythm: SourceRhythm;
  /** What an operator set for a source of ordinary rhythm. */
  readonly baseMs: number;
  /** The server's freshness lifetime (Cache-Control max-age or Expires), if it gave one. */
  readonly maxAgeMs: number | null;
  /** When the latest event of its watches happened. */
  readonly eventAt: Date | null;
}

/**
 * When to look at a source again: by its own rhythm, or later where its server (`max-age`, `Expires`) or its publisher
 * (`ttl`, `sy:`, `skipHours`) wishes so; within a day in any case.
 */
export function nextCheck({ maxAgeMs, ...question }: CheckWish, sourceId: number, now: Date): Date {
  const { refreshIntervalMs, skipHours } = question.rhythm;
  const wantedMs = Math.max(pollInterval({ ...question, now }), maxAgeMs ?? 0, refreshIntervalMs ?? 0);
  return afterSkipped(spread(clamp(wantedMs), sourceId, now), skipHours);
}

/** After `failures` in a row: the interval doubled each time, up to a day. */
export function checkAfterFailure(baseMs: number, failures: number, sourceId: number, now: Date): Date {
  return spread(clamp(Math.max(baseMs, INTERVAL_MS_MIN) * 2 ** Math.min(failures, 12)), sourceId, now);
}

/** When a server that asked us to wait is asked again: then, or when we would have asked anyway. */
export function checkWhenAllowed(retryAt: Date, baseMs: number, sourceId: number, now: Date): Date {
  return spread(clamp(Math.max(baseMs, retryAt.getTime() - now.getTime())), sourceId, now);
}

function clamp(waitMs: number): number {
  return Math.min(Math.max(waitMs, INTERVAL_MS_MIN), INTERVAL_MS_MAX);
}

/** Moves a source's checks to a minute of its own, so that those added together are not polled together. */
function spread(waitMs: number, sourceId: number, now: Date): Date {
  const golden = 0.618_033_988_75;
  const share = (sourceId * golden) % 1;
  return new Date(now.getTime() + waitMs + share * 0.1 * waitMs);
}

/** The first hour that is not skipped, at the same minute; one who wants all of them skipped isn't heard. */
function afterSkipped(at: Date, skipHours: readonly number[]): Date {
  for (let hours = 0; hours < 24; hours += 1) {
    const candidate = new Date(at.getTime() + hours * HOUR_MS);
    if (!skipHours.includes(candidate.getUTCHours())) return candidate;
  }
  return at;
}
