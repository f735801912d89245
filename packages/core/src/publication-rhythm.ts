/** What a source's own past says about when it publishes. Times are seconds since 1970, in order. */
export interface SourceRhythm {
  /** The last moments at which something new appeared, as far as they are known. */
  readonly arrivals: readonly number[];
  /** How long its publisher says to wait between two looks (`ttl`, `sy:`), in milliseconds; null: nothing said. */
  readonly refreshIntervalMs: number | null;
  /** Hours of the day in UTC in which its publisher says not to look (`skipHours`). */
  readonly skipHours: readonly number[];
}

/** Kept at most: a busy day's, or a month's of an ordinary feed. */
const ARRIVALS_MAX = 128;
/** Older ones say little of today. */
const KEPT_SECONDS = 28 * 86_400;

export const NO_RHYTHM: SourceRhythm = { arrivals: [], refreshIntervalMs: null, skipHours: [] };

export interface RhythmLook {
  readonly now: Date;
  /** The last look that read the source; null: this is the first. */
  readonly lastOkAt: Date | null;
  /** When its items say they were published; null where they don't. */
  readonly published: readonly (string | null)[];
  /** Items that were not known before. */
  readonly newItems: number;
}

/**
 * Adds what one look found. The first look learns from the dates of all items; later ones from what is new: its date
 * where that lies between the two looks, else (no date, one at midnight for all, one in the future) the look itself,
 * since only then it can have appeared. Several at one moment count once: one look finds them all.
 */
export function learnRhythm(
  arrivals: readonly number[],
  { now, lastOkAt, published, newItems }: RhythmLook,
): number[] {
  const nowSeconds = Math.floor(now.getTime() / 1_000);
  const since = lastOkAt === null ? nowSeconds - KEPT_SECONDS : Math.floor(lastOkAt.getTime() / 1_000);
  const found = new Set<number>();
  for (const date of newItems > 0 ? published : []) {
    const seconds = date === null ? Number.NaN : Math.floor(Date.parse(date) / 1_000);
    if (seconds > since && seconds <= nowSeconds) found.add(seconds);
  }
  if (found.size === 0 && newItems > 0 && lastOkAt !== null) found.add(nowSeconds);
  return [...new Set([...arrivals, ...found])]
    .filter((seconds) => seconds > nowSeconds - KEPT_SECONDS)
    .sort((a, b) => a - b)
    .slice(-ARRIVALS_MAX);
}

/** Longest wait between arrivals that is no silence yet: this many times the usual longest. */
const SILENCE_FACTOR = 2;
/** Share of a source's own waits that are shorter than its usual longest. */
const USUAL_SHARE = 0.95;
/** Fewer waits than these say nothing of what is usual. */
const WAITS_MIN = 8;
/** Nights and weekends are in most waits only by chance: nobody is called silent sooner. */
const SILENCE_MS_MIN = 86_400_000;

/**
 * How long a source may publish nothing before that is beyond its own rhythm, in milliseconds: twice the 95th
 * percentile of its own waits, and a day at least. Null: too little is known.
 */
export function usualSilenceMs(arrivals: readonly number[]): number | null {
  const waits = arrivals.slice(1).map((seconds, index) => seconds - (arrivals[index] ?? seconds));
  if (waits.length < WAITS_MIN) return null;
  waits.sort((a, b) => a - b);
  const usual = waits[Math.min(waits.length - 1, Math.floor(waits.length * USUAL_SHARE))] ?? 0;
  return Math.max(SILENCE_MS_MIN, usual * 1_000 * SILENCE_FACTOR);
}
