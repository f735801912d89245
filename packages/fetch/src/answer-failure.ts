import { type Failure, LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';

/** How long to wait when a server asks for patience and doesn't say how much. */
const PATIENCE_MS = 15 * 60_000;
/** However short: a `later` spends no attempt, and must not become a request a second. */
const PATIENCE_MS_MIN = 60_000;
/** However long it asks for, we look again within a day. */
const PATIENCE_MS_MAX = 86_400_000;

/**
 * What an HTTP status that is no success means for the task (RFC 9110 §15).
 *
 * | status | kind |
 * |---|---|
 * | 429, and 503 that says when | later |
 * | 408, 425, 5xx; 2xx without the whole of it; 304 to a question that had no validators | retry |
 * | 410 | never: gone for good |
 * | anything else | never |
 */
export function answerFailure(status: number, url: string, retryAfter: string | null, now: Date): Failure {
  const code = `http-${status}`;
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    const retryAt = new Date(now.getTime() + patience(retryAfter, now));
    return new LaterFailure(
      code,
      `${url} answered ${status}: it wants to be left alone until ${retryAt.toISOString()}`,
      retryAt,
    );
  }
  if (status === 408 || status === 425 || status >= 500)
    return new RetryFailure(code, `${url} answered ${status}`);
  if (status < 300)
    return new RetryFailure(code, `${url} answered ${status}, which is not the page or feed itself`);
  if (status === 304)
    return new RetryFailure(code, `${url} says that nothing changed (304), but was not asked that`);
  if (status === 410) return new NeverFailure('http-gone', `${url} is gone for good (410)`);
  if (status === 401 || status === 403) return new NeverFailure(code, `${url} refuses us (${status})`);
  if (status === 404) return new NeverFailure(code, `there is nothing at ${url} (404)`);
  return new NeverFailure(code, `${url} answered ${status}`);
}

/** Headers by which the guards against programs say that they answered, not the site (their own documentation). */
const WALL_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['cf-mitigated', /^challenge$/i],
  ['x-amzn-waf-action', /^(challenge|captcha)$/i],
];

/** The failure of an answer that a site's guard against programs gave in its place; null: it is none. */
export function wallOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  { host }: URL,
): Failure | null {
  const walled = WALL_HEADERS.some(([name, value]) => value.test(String(headers[name] ?? '')));
  return walled
    ? new NeverFailure('page-is-bot-wall', `${host}: the site's guard against programs answered in its place`)
    : null;
}

/** Retry-After in both its forms: seconds, or a date (RFC 9110 §10.2.3). */
function patience(retryAfter: string | null, now: Date): number {
  const value = retryAfter?.trim() ?? '';
  // A date starts with its weekday; without that, `1.5` would be one (Date.parse takes it for January 5th).
  const waitMs = /^\d{1,10}$/.test(value)
    ? Number(value) * 1_000
    : /^[A-Z][a-z]{2,8},? /.test(value)
      ? Date.parse(value) - now.getTime()
      : Number.NaN;
  if (!Number.isFinite(waitMs)) return PATIENCE_MS;
  return Math.min(Math.max(waitMs, PATIENCE_MS_MIN), PATIENCE_MS_MAX);
}
