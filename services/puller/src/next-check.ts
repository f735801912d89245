/** Never more often than this, whatever a feed says of itself. */
const INTERVAL_MS_MIN = 60_000;
/** A source is looked at once a day at least, so that its silence means something. */
const INTERVAL_MS_MAX = 86_400_000;

export interface CheckWish {
  /** Our own interval. */
  readonly intervalMs: number;
  /** The server's freshness lifetime (Cache-Control max-age or Expires), if it gave one. */
  readonly maxAgeMs: number | null;
}

/** When to look at a source again: our interval or the server's wish, whichever is longer, up to a day. */
export function nextCheck({ intervalMs, maxAgeMs }: CheckWish, sourceId: number, now: Date): Date {
  const waitMs = Math.min(Math.max(intervalMs, maxAgeMs ?? 0, INTERVAL_MS_MIN), INTERVAL_MS_MAX);
  return spread(now.getTime() + waitMs, waitMs, sourceId);
}

/** After `failures` in a row: the interval doubled each time, up to a day. */
export function checkAfterFailure(intervalMs: number, failures: number, sourceId: number, now: Date): Date {
  const waitMs = Math.min(
    Math.max(intervalMs, INTERVAL_MS_MIN) * 2 ** Math.min(failures, 12),
    INTERVAL_MS_MAX,
  );
  return spread(now.getTime() + waitMs, waitMs, sourceId);
}

/** Moves a source's checks to a minute of its own, so that those added together are not polled together. */
function spread(atMs: number, waitMs: number, sourceId: number): Date {
  const golden = 0.618_033_988_75;
  const share = (sourceId * golden) % 1;
  return new Date(atMs + share * 0.1 * waitMs);
}
