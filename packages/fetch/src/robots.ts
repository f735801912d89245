import { Failure, NeverFailure, RetryFailure } from '@aftermath/core';
import robotsModule from 'robots-parser';

interface Robots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
  getCrawlDelay(userAgent: string): number | undefined;
}

// Its types declare an ES module, and it is none.
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots;

const KEEP_MS = 86_400_000;
/** A server in trouble is left alone for this long (RFC 9309 §2.3.1.4), then asked again. */
const KEEP_AFTER_FAILURE_MS = 300_000;
const ORIGINS_MAX = 5_000;
/** Read of one file: RFC 9309 §2.5 wants 500 KiB at least. */
export const ROBOTS_CHARS_MAX = 512 * 1024;
/** Kept of all files together; then all are forgotten, and asked for again. */
const KEPT_CHARS_MAX = 16 * 1024 * 1024;
/** Steps that matching may cost: the length of the path times that of the rules with wildcards. */
const STEPS_MAX = 20_000_000;

interface Rules {
  readonly robots: Robots;
  readonly wildcardChars: number;
}

interface Kept {
  until: number;
  /** Null: everything is allowed. Rejects while the file is out of reach. */
  readonly rules: Promise<Rules | null>;
}

/** Asks each site's robots.txt (RFC 9309) whether a page may be fetched, and keeps the answer for a day. */
export interface RobotsGuard {
  /**
   * Gives the pause between two requests that the site asks for (Crawl-delay), in milliseconds; null: none.
   *
   * @throws NeverFailure robots-disallow; the failure of robots.txt itself, a retry or a later one, while it is
   *   out of reach: then nothing may be fetched, but only for now
   */
  check(url: URL, now: Date): Promise<number | null>;
}

/** @param load the text of a robots.txt; throws the Failure of its fetch */
export function createRobotsGuard(userAgent: string, load: (url: string) => Promise<string>): RobotsGuard {
  const origins = new Map<string, Kept>();
  let keptChars = 0;
  const product = userAgent.split('/')[0] ?? userAgent;

  const rulesOf = (origin: string, now: Date): Promise<Rules | null> => {
    const kept = origins.get(origin);
    if (kept !== undefined && kept.until > now.getTime()) return kept.rules;
    if (origins.size >= ORIGINS_MAX || keptChars > KEPT_CHARS_MAX) {
      origins.clear();
      keptChars = 0;
    }
    const address = `${origin}/robots.txt`;
    const fresh: Kept = {
      until: now.getTime() + KEEP_MS,
      rules: load(address).then(
        (text) => {
          const read = text.slice(0, ROBOTS_CHARS_MAX);
          keptChars += read.length;
          return { robots: robotsParser(address, read), wildcardChars: countWildcardChars(read) };
        },
        (error: unknown) => {
          fresh.until = now.getTime() + KEEP_AFTER_FAILURE_MS;
          // No robots.txt (4xx): everything is allowed. Out of reach: nothing is, for now.
          if (error instanceof NeverFailure) return null;
          throw outOfReach(origin, error);
        },
      ),
    };
    origins.set(origin, fresh);
    return fresh.rules;
  };

  return {
    async check(url, now) {
      const rules = await rulesOf(url.origin, now);
      if (rules === null) return null;
      const path = url.pathname.slice(0, 200);
      if (rules.wildcardChars * (url.pathname.length + url.search.length) > STEPS_MAX)
        throw new NeverFailure(
          'robots-disallow',
          `${url.host} has too many rules in its robots.txt for ${path}`,
        );
      if (rules.robots.isAllowed(url.href, product) === false)
        throw new NeverFailure('robots-disallow', `${url.host} asks robots not to read ${path}`);
      const seconds = rules.robots.getCrawlDelay(product);
      return seconds !== undefined && seconds > 0 ? seconds * 1_000 : null;
    },
  };
}

function countWildcardChars(text: string): number {
  return text
    .split(/[\r\n]/)
    .filter((line) => line.includes('*'))
    .reduce((sum, line) => sum + line.length, 0);
}

/** A `later` says itself when; anything else is tried again like the page would be. */
function outOfReach(origin: string, error: unknown): unknown {
  if (!(error instanceof Failure) || error.kind !== 'retry') return error;
  return new RetryFailure(
    'robots-unreachable',
    `${origin} can't say what robots may read, so nothing is read for now: ${error.message}`,
    { cause: error },
  );
}
