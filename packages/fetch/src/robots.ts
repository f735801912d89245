import { Failure, NeverFailure } from '@aftermath/core';
import robotsModule from 'robots-parser';

interface Robots {
  isAllowed(url: string, userAgent: string): boolean | undefined;
}

// Its types declare an ES module, and it is none.
const robotsParser = robotsModule as unknown as (url: string, text: string) => Robots;

const KEEP_MS = 86_400_000;
/** A server in trouble is left alone for this long (RFC 9309 §2.3.1.4), then asked again. */
const KEEP_AFTER_FAILURE_MS = 600_000;
const ORIGINS_MAX = 5_000;

interface Kept {
  readonly until: number;
  readonly rules: Promise<Robots | null>;
}

/** Asks each site's robots.txt (RFC 9309) whether a page may be fetched, and keeps the answer for a day. */
export interface RobotsGuard {
  /** @throws NeverFailure robots-disallow */
  check(url: URL, now: Date): Promise<void>;
}

/** @param load the text of a robots.txt; throws the Failure of its fetch */
export function createRobotsGuard(userAgent: string, load: (url: string) => Promise<string>): RobotsGuard {
  const origins = new Map<string, Kept>();
  const product = userAgent.split('/')[0] ?? userAgent;

  const rulesOf = (origin: string, now: Date): Promise<Robots | null> => {
    const kept = origins.get(origin);
    if (kept !== undefined && kept.until > now.getTime()) return kept.rules;
    const address = `${origin}/robots.txt`;
    const rules = load(address).then(
      (text) => robotsParser(address, text),
      (error: unknown) => {
        origins.set(origin, { until: now.getTime() + KEEP_AFTER_FAILURE_MS, rules });
        // No robots.txt (4xx): everything is allowed. Out of reach: nothing is, for now.
        return error instanceof Failure && error.kind === 'never'
          ? null
          : robotsParser(address, 'User-agent: *\nDisallow: /');
      },
    );
    if (origins.size >= ORIGINS_MAX) origins.clear();
    origins.set(origin, { until: now.getTime() + KEEP_MS, rules });
    return rules;
  };

  return {
    async check(url, now) {
      const rules = await rulesOf(url.origin, now);
      if (rules?.isAllowed(url.href, product) === false)
        throw new NeverFailure(
          'robots-disallow',
          `${url.host} asks robots not to read ${url.pathname.slice(0, 200)}`,
        );
    },
  };
}
