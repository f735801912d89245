import { setMaxListeners } from 'node:events';
import { LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';
import { Agent, request } from 'undici';
import { type AllowList, createAllowList } from './allow-list.ts';
import { answerFailure, wallOf } from './answer-failure.ts';
import { checkUrl, portOf } from './check-url.ts';
import { createDeadline, until } from './deadline.ts';
import { ACCEPT_ENCODING } from './decoders.ts';
import { freshForMs } from './fresh-for.ts';
import { guardedConnector } from './guarded-connector.ts';
import { createHostBreaker, type HostBreaker } from './host-breaker.ts';
import { createHostGate, type HostGate } from './host-gate.ts';
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts';
import { networkFailure } from './network-failure.ts';
import { readBody } from './read-body.ts';
import type { Resolve } from './resolve-name.ts';
import { createRobotsGuard, ROBOTS_CHARS_MAX, type RobotsGuard } from './robots.ts';

export interface FetcherOptions {
  /** Who we are and how to reach whoever runs us, such as `Aftermath/0.1 (+https://example.org)`. */
  readonly userAgent: string;
  /** Hosts (`name`, `name:port`) or CIDR ranges that may be fetched although they are not public. */
  readonly allowPrivate?: readonly string[];
  readonly limits?: Partial<FetchLimits>;
  /** For tests: instead of the system's resolver. */
  readonly resolve?: Resolve;
}

export interface FetchRequest {
  /** Validators of the answer we have, exactly as they were received. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
  /** Ask the site's robots.txt first: for pages, which nobody offered us as a feed. */
  readonly respectRobots?: boolean;
  readonly signal?: AbortSignal;
}

export interface FetchResult {
  readonly status: number;
  readonly notModified: boolean;
  /** Where the redirects ended. */
  readonly url: string;
  /** The same when every redirect on the way was permanent (301, 308), else null. */
  readonly permanentUrl: string | null;
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long the server says its answer stays fresh; null: it doesn't say. */
  readonly maxAgeMs: number | null;
  readonly durationMs: number;
}

export interface Fetcher {
  /** @throws RetryFailure, LaterFailure or NeverFailure, with a stable code */
  fetch(url: string, request?: FetchRequest): Promise<FetchResult>;
  close(): Promise<void>;
}

const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Answers that carry what was asked for; 202, 204 and 206 carry a wall, nothing, or a part. */
const WHOLE = new Set([200, 203]);
/** Requests to one host at a time where nobody asked us to be polite: as many as there are pulls at once. */
const CONNECTIONS_MAX = 32;
/** Validators longer than this are no use: a server would refuse to read them. */
const VALIDATOR_CHARS_MAX = 2_000;

/** HTTP that is polite to the sites it reads, and safe with what they say. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const allow = createAllowList(options.allowPrivate ?? []);
  const agent = new Agent({
    connect: guardedConnector(allow, options.resolve, limits.connectMs),
    connections: CONNECTIONS_MAX,
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.idleMs,
    keepAliveTimeout: 10_000,
  });
  const context = {
    agent,
    allow,
    limits,
    userAgent: options.userAgent,
    gate: createHostGate(),
    breaker: createHostBreaker(),
  };
  const robots = createRobotsGuard(options.userAgent, async (address) => {
    const { body } = await fetchWithin({ ...context, robots: null }, address, { accept: 'text/plain' });
    return Buffer.from(body.subarray(0, ROBOTS_CHARS_MAX)).toString('utf8');
  });
  return {
    fetch: (address, wanted = {}) =>
      fetchWithin({ ...context, robots: wanted.respectRobots ? robots : null }, address, wanted),
    close: () => agent.destroy(),
  };
}

interface Context {
  readonly agent: Agent;
  readonly allow: AllowList;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly gate: HostGate;
  readonly breaker: HostBreaker;
  /** Null: robots.txt isn't asked. */
  readonly robots: RobotsGuard | null;
}

const NEVER_ABORTS = new AbortController().signal;

/** Waits for leave to ask, then follows redirects, within one deadline for all of it. */
async function fetchWithin(context: Context, address: string, wanted: FetchRequest): Promise<FetchResult> {
  const { limits } = context;
  const url = checkUrl(address, context.allow);
  const caller = wanted.signal ?? NEVER_ABORTS;
  // Many fetches listen to one signal, and each stops listening when it ends: no leak to be warned of.
  setMaxListeners(0, caller);
  let deadline = null;
  const asked: Asked = { host: null };
  try {
    await askRobots(context, url, caller);
    const turn = await turnAt(context, url, caller);
    const startedAt = Date.now();
    deadline = createDeadline(limits.totalMs, wanted.signal);
    return {
      ...(await follow(context, url, turn, wanted, deadline.signal, asked)),
      durationMs: Date.now() - startedAt,
    };
  } catch (error) {
    const failure = caller.aborted
      ? new LaterFailure('interrupted', `${url.host} was not read: we are stopping`, new Date())
      : deadline?.signal.aborted
        ? new RetryFailure('timeout', `${url.host} took longer than ${limits.totalMs / 1_000} s`)
        : networkFailure(error, url.href);
    if (asked.host !== null) context.breaker.failed(asked.host, failure);
    throw failure;
  } finally {
    deadline?.clear();
  }
}

/** Which host is being asked just now: what goes wrong then is its doing. */
interface Asked {
  host: string | null;
}

/** Waits for a turn at the host; the function it gives ends the turn. */
async function turnAt({ allow, gate }: Context, url: URL, signal: AbortSignal): Promise<() => void> {
  return allow.own(url.hostname, portOf(url)) ? () => undefined : gate.enter(url.host, signal);
}

async function askRobots({ robots, gate }: Context, url: URL, signal: AbortSignal): Promise<void> {
  if (robots === null) return;
  const delayMs = await until(robots.check(url, new Date()), signal);
  if (delayMs !== null) gate.slowDown(url.host, delayMs);
}

/**
 * Follows redirects by hand; each is checked like the first address, and waits for a turn where it leads to
 * another host.
 *
 * @param turn at the first host; ended here
 */
async function follow(
  context: Context,
  first: URL,
  turn: () => void,
  wanted: FetchRequest,
  signal: AbortSignal,
  asked: Asked,
): Promise<Omit<FetchResult, 'durationMs'>> {
  const { allow, limits, breaker } = context;
  let url = first;
  let leave = turn;
  let permanent = true;
  try {
    for (let redirects = 0; ; redirects += 1) {
      breaker.check(url.host);
      asked.host = url.host;
      const answer = await ask(context, url, wanted, signal);
      breaker.answered(url.host);
      asked.host = null;
      if (!('location' in answer))
        return { ...answer, url: url.href, permanentUrl: redirects > 0 && permanent ? url.href : null };
      if (redirects >= limits.redirectsMax)
        throw new NeverFailure(
          'too-many-redirects',
          `${first.href} was redirected more than ${limits.redirectsMax} times`,
        );
      permanent &&= PERMANENT.has(answer.status);
      const next = checkUrl(resolved(answer.location, url), allow);
      await askRobots(context, next, signal);
      if (next.host !== url.host) {
        leave();
        leave = await turnAt(context, next, signal);
      }
      url = next;
    }
  } finally {
    leave();
  }
}

type Answer = Omit<FetchResult, 'url' | 'permanentUrl' | 'durationMs'>;

async function ask(
  context: Context,
  url: URL,
  wanted: FetchRequest,
  signal: AbortSignal,
): Promise<Answer | { status: number; location: string }> {
  const validators = validatorsOf(wanted);
  const answer = await until(
    request(url.href, {
      dispatcher: context.agent,
      signal,
      headers: {
        'user-agent': context.userAgent,
        accept: wanted.accept ?? '*/*',
        'accept-encoding': ACCEPT_ENCODING,
        ...validators,
      },
    }),
    signal,
  );
  const { statusCode: status, body } = answer;
  const header = (name: string): string | null => {
    const value = answer.headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const about = {
    status,
    contentType: header('content-type'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    maxAgeMs: freshForMs(header('cache-control'), header('expires'), header('date')),
  };
  if (WHOLE.has(status))
    return {
      ...about,
      notModified: false,
      body: await readBody(body, header('content-encoding') ?? '', url.href, context.limits),
    };
  body.on('error', () => undefined);
  body.destroy();
  const location = header('location');
  if (REDIRECTS.has(status) && location !== null) return { status, location };
  if (status === 304 && Object.keys(validators).length > 0)
    return { ...about, notModified: true, body: new Uint8Array() };
  throw wallOf(answer.headers, url) ?? answerFailure(status, url.href, header('retry-after'), new Date());
}

function validatorsOf({ etag, lastModified }: FetchRequest): Record<string, string> {
  const fits = (value: string | null | undefined): value is string =>
    value !== null && value !== undefined && value !== '' && value.length <= VALIDATOR_CHARS_MAX;
  return {
    ...(fits(etag) ? { 'if-none-match': etag } : {}),
    ...(fits(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

function resolved(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base).href : location;
}
