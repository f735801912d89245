import { NeverFailure, RetryFailure } from '@aftermath/core';
import { Agent, request } from 'undici';
import { type AllowList, createAllowList } from './allow-list.ts';
import { answerFailure } from './answer-failure.ts';
import { checkUrl, portOf } from './check-url.ts';
import { freshForMs } from './fresh-for.ts';
import { guardedConnector, type Resolve, resolveBySystem } from './guarded-connector.ts';
import { createHostGate } from './host-gate.ts';
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts';
import { networkFailure } from './network-failure.ts';
import { readBody } from './read-body.ts';
import { createRobotsGuard } from './robots.ts';

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

/** HTTP that is polite to the sites it reads, and safe with what they say. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const allow = createAllowList(options.allowPrivate ?? []);
  const gate = createHostGate();
  const agent = new Agent({
    connect: guardedConnector(allow, options.resolve ?? resolveBySystem, limits.connectMs),
    connections: 4,
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.firstByteMs,
    bodyTimeout: limits.idleMs,
    keepAliveTimeout: 10_000,
  });
  const context: Context = { agent, allow, limits, userAgent: options.userAgent, gate };
  const robots = createRobotsGuard(options.userAgent, async (address) => {
    const { body } = await fetchWithin(context, address, { accept: 'text/plain' });
    return Buffer.from(body).toString('utf8');
  });
  return {
    async fetch(address, wanted = {}) {
      const url = checkUrl(address, allow);
      if (wanted.respectRobots) await robots.check(url, new Date());
      return fetchWithin(context, address, wanted);
    },
    close: () => agent.destroy(),
  };
}

interface Context {
  readonly agent: Agent;
  readonly allow: AllowList;
  readonly limits: FetchLimits;
  readonly userAgent: string;
  readonly gate: ReturnType<typeof createHostGate>;
}

/** Follows redirects by hand, each one checked like the first address, within one deadline for all of it. */
async function fetchWithin(context: Context, address: string, wanted: FetchRequest): Promise<FetchResult> {
  const { limits, allow, gate } = context;
  let url = checkUrl(address, allow);
  if (!allow.host(url.hostname, portOf(url))) await gate.pass(url.host, new Date());
  const startedAt = Date.now();
  const deadline = AbortSignal.timeout(limits.totalMs);
  const signal = wanted.signal === undefined ? deadline : AbortSignal.any([deadline, wanted.signal]);
  let permanent = true;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await ask(context, url, wanted, signal);
    if ('location' in answer) {
      if (redirects >= limits.redirectsMax)
        throw new NeverFailure(
          'too-many-redirects',
          `${address} was redirected more than ${limits.redirectsMax} times`,
        );
      permanent &&= PERMANENT.has(answer.status);
      url = checkUrl(resolved(answer.location, url), allow);
      continue;
    }
    return {
      ...answer,
      url: url.href,
      permanentUrl: redirects > 0 && permanent ? url.href : null,
      durationMs: Date.now() - startedAt,
    };
  }
}

type Answer = Omit<FetchResult, 'url' | 'permanentUrl' | 'durationMs'>;

async function ask(
  context: Context,
  url: URL,
  wanted: FetchRequest,
  signal: AbortSignal,
): Promise<Answer | { status: number; location: string }> {
  try {
    const {
      statusCode: status,
      headers,
      body,
    } = await request(url.href, {
      dispatcher: context.agent,
      signal,
      headers: headersOf(context.userAgent, wanted),
    });
    const header = (name: string): string | null => {
      const value = headers[name];
      return (Array.isArray(value) ? value[0] : value) ?? null;
    };
    const location = header('location');
    const discard = () => {
      body.on('error', () => undefined);
      body.destroy();
    };
    if (REDIRECTS.has(status) && location !== null) {
      discard();
      return { status, location };
    }
    if (status !== 304 && (status < 200 || status > 299)) {
      discard();
      throw answerFailure(status, url.href, header('retry-after'), new Date());
    }
    if (status === 304) discard();
    const bytes =
      status === 304
        ? new Uint8Array()
        : await readBody(body, header('content-encoding') ?? '', url.href, context.limits);
    return {
      status,
      notModified: status === 304,
      body: bytes,
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      maxAgeMs: freshForMs(header('cache-control'), header('expires'), header('date')),
    };
  } catch (error) {
    if (signal.aborted && wanted.signal?.aborted)
      throw new RetryFailure('interrupted', `${url.host}: we are stopping`);
    if (signal.aborted)
      throw new RetryFailure('timeout', `${url.host} took longer than ${context.limits.totalMs / 1_000} s`);
    throw networkFailure(error, url.href);
  }
}

function headersOf(userAgent: string, wanted: FetchRequest): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: wanted.accept ?? '*/*',
    'accept-encoding': 'gzip, br, deflate',
    ...(wanted.etag ? { 'if-none-match': wanted.etag } : {}),
    ...(wanted.lastModified ? { 'if-modified-since': wanted.lastModified } : {}),
  };
}

function resolved(location: string, base: URL): string {
  return URL.canParse(location, base.href) ? new URL(location, base).href : location;
}
