import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Failure } from '@aftermath/core';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher, type FetchRequest } from './create-fetcher.ts';
import type { FetchLimits } from './limits.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A server with this answer, and a fetcher that may reach it. */
async function serve(listener: RequestListener, limits: Partial<FetchLimits> = {}) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = createFetcher({
    userAgent: 'Aftermath/test (+https://example.org)',
    allowPrivate: [host],
    limits,
  });
  cleanups.push(
    () => fetcher.close(),
    () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  );
  const get = (path = '/', wanted: FetchRequest = {}) => fetcher.fetch(`http://${host}${path}`, wanted);
  const failure = (path = '/', wanted: FetchRequest = {}): Promise<Failure> =>
    get(path, wanted).then(
      () => Promise.reject(new Error('it was fetched')),
      (error: Failure) => error,
    );
  return { get, failure, requests, host };
}

const endless = (response: ServerResponse, piece: Buffer) => {
  const push = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', push);
  push();
};

describe('a fetch', () => {
  it('sends validators as they were received and says who we are', async () => {
    const { get, requests } = await serve((_request, response) => response.writeHead(304).end());
    const result = await get('/', { etag: 'W/"odd, \\"tag"', lastModified: 'yesterday' });
    expect(result).toMatchObject({ status: 304, notModified: true, body: new Uint8Array() });
    expect(requests[0]?.headers).toMatchObject({
      'if-none-match': 'W/"odd, \\"tag"',
      'if-modified-since': 'yesterday',
      'user-agent': 'Aftermath/test (+https://example.org)',
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['br', brotliCompressSync],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
  ])('decodes %s', async (encoding, encode) => {
    const { get } = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(encode('Señal')),
    );
    expect(Buffer.from((await get()).body).toString()).toBe('Señal');
  });

  it.each([
    [429, { 'retry-after': '120' }, 'later', 'http-429'],
    [429, {}, 'later', 'http-429'],
    [503, { 'retry-after': new Date(Date.now() + 600_000).toUTCString() }, 'later', 'http-503'],
    [503, {}, 'retry', 'http-503'],
    [500, {}, 'retry', 'http-500'],
    [408, {}, 'retry', 'http-408'],
    [410, {}, 'never', 'http-gone'],
    [404, {}, 'never', 'http-404'],
    [403, {}, 'never', 'http-403'],
    // A wall, nothing, a part, and no answer to what was asked: none of them is the page.
    [202, {}, 'retry', 'http-202'],
    [204, {}, 'retry', 'http-204'],
    [206, {}, 'retry', 'http-206'],
    [304, {}, 'retry', 'http-304'],
  ])('that is answered %i %o fails as %s', async (status, headers, kind, code) => {
    const { failure } = await serve((_request, response) => response.writeHead(status, headers).end());
    expect(await failure()).toMatchObject({ kind, code });
  });

  it.each([
    ['rubbish', 'soon', 15 * 60],
    ['ten days', String(10 * 86_400), 86_400],
    ['a date in the past', new Date(0).toUTCString(), 60],
    ['no time at all', '0', 60],
    ['what only looks like a date', '1.5', 15 * 60],
  ])('waits a bounded time for a Retry-After of %s', async (_what, retryAfter, seconds) => {
    const { failure } = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': retryAfter }).end(),
    );
    const { retryAt } = (await failure()) as Failure & { retryAt: Date };
    expect(Math.abs(retryAt.getTime() - Date.now() - seconds * 1_000)).toBeLessThan(10_000);
  });

  it('follows redirects, and calls the way permanent only when every step is', async () => {
    const { get, host } = await serve((request, response) => {
      const steps: Record<string, [number, string]> = {
        '/a': [301, '/b'],
        '/b': [308, '/end'],
        '/c': [301, '/d'],
        '/d': [302, '/end'],
      };
      const step = steps[request.url ?? ''];
      if (step === undefined) response.end('end');
      else response.writeHead(step[0], { location: step[1] }).end();
    });
    expect(await get('/a')).toMatchObject({ url: `http://${host}/end`, permanentUrl: `http://${host}/end` });
    expect(await get('/c')).toMatchObject({ url: `http://${host}/end`, permanentUrl: null });
    expect(await get('/end')).toMatchObject({ permanentUrl: null });
  });

  it.each<[string, RequestListener, Partial<FetchLimits>, string, string]>([
    [
      'a redirect in a circle',
      (_q, r) => void r.writeHead(302, { location: '/' }).end(),
      {},
      'never',
      'too-many-redirects',
    ],
    ['an endless body', (_q, r) => endless(r, Buffer.alloc(65_536)), {}, 'never', 'too-large'],
    [
      'a decompression bomb',
      (_q, r) =>
        void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(80_000_000))),
      {},
      'never',
      'too-large',
    ],
    [
      'a bomb in a bomb',
      (_q, r) =>
        void r
          .writeHead(200, { 'content-encoding': 'gzip, gzip' })
          .end(gzipSync(gzipSync(Buffer.alloc(80_000_000)))),
      {},
      'never',
      'too-large',
    ],
    [
      'three encodings',
      (_q, r) => void r.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x'),
      {},
      'never',
      'bad-encoding',
    ],
    [
      'gzip that is none',
      (_q, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'),
      {},
      'never',
      'bad-encoding',
    ],
    [
      'headers without end',
      (_q, r) => void r.writeHead(200, { x: 'y'.repeat(100_000) }).end(),
      {},
      'retry',
      'bad-http',
    ],
    ['a server that says nothing', () => undefined, { firstByteMs: 200 }, 'retry', 'timeout'],
    ['a body that stops', (_q, r) => void r.writeHead(200).write('x'), { idleMs: 200 }, 'retry', 'timeout'],
    [
      'a drip',
      (_q, r) => {
        const drip = setInterval(() => r.write('x'), 50);
        r.on('close', () => clearInterval(drip));
      },
      { totalMs: 600 },
      'retry',
      'timeout',
    ],
    [
      'gzip that stops in the middle',
      (_q, r) => {
        const whole = gzipSync(Buffer.from('x'.repeat(1_000)));
        r.writeHead(200, { 'content-encoding': 'gzip' }).end(whole.subarray(0, whole.length - 12));
      },
      {},
      'retry',
      'body-cut',
    ],
    ['a connection that is cut', (_q, r) => void r.destroy(), {}, 'retry', 'connection-lost'],
  ])('of %s ends', async (_what, listener, limits, kind, code) => {
    const { failure } = await serve(listener, limits);
    expect(await failure()).toMatchObject({ kind, code });
  });

  it('asks the robots.txt of where a redirect leads, too', async () => {
    const target = await serve((request, response) => {
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : 'page');
    });
    const front = createServer((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(302, { location: `http://${target.host}/page` }).end();
    });
    await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
    cleanups.push(() => new Promise((done) => front.close(done)));
    const host = `127.0.0.1:${(front.address() as AddressInfo).port}`;
    const fetcher = createFetcher({ userAgent: 'test', allowPrivate: [host, target.host] });
    cleanups.push(() => fetcher.close());
    await expect(fetcher.fetch(`http://${host}/`, { respectRobots: true })).rejects.toMatchObject({
      code: 'robots-disallow',
    });
    expect(target.requests.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  it('leaves out a validator so long that the server would refuse the request for it', async () => {
    const { get, requests } = await serve((_request, response) => response.end('feed'));
    await get('/', { etag: 'x'.repeat(20_000), lastModified: 'yesterday' });
    expect(requests[0]?.headers['if-none-match']).toBeUndefined();
    expect(requests[0]?.headers['if-modified-since']).toBe('yesterday');
  });

  it('takes each new validator of a server that changes it every time', async () => {
    let answers = 0;
    const { get, requests } = await serve((_request, response) => {
      answers += 1;
      response.writeHead(200, { etag: `"${answers}"` }).end('feed');
    });
    const first = await get();
    const second = await get('/', { etag: first.etag });
    expect([first.etag, second.etag, second.notModified]).toEqual(['"1"', '"2"', false]);
    expect(requests[1]?.headers['if-none-match']).toBe('"1"');
  });

  it('gives back a validator byte for byte, whatever its bytes are', async () => {
    const etag = '"caf\u00e9\u00ff"';
    const { get, requests } = await serve((_request, response) => response.writeHead(200, { etag }).end());
    const first = await get();
    await get('/', { etag: first.etag });
    expect(requests[1]?.headers['if-none-match']).toBe(etag);
  });

  it('is not delayed by others of the same server that never end', async () => {
    const { get } = await serve((request, response) => {
      if (!request.url?.startsWith('/hangs')) response.end('feed');
    });
    const stop = new AbortController();
    const hanging = Array.from({ length: 5 }, (_, n) => get(`/hangs/${n}`, { signal: stop.signal }));
    const settled = Promise.allSettled(hanging);
    const bodies = await Promise.all(Array.from({ length: 100 }, (_, n) => get(`/feed/${n}`)));
    expect(bodies).toHaveLength(100);
    stop.abort();
    for (const outcome of await settled)
      expect(outcome).toMatchObject({ reason: { kind: 'later', code: 'interrupted' } });
  });

  it.each([
    ['cf-mitigated', 'challenge'],
    ['x-amzn-waf-action', 'captcha'],
  ])('names the guard that answered in place of the site (%s)', async (name, value) => {
    const { failure } = await serve((_request, response) => response.writeHead(403, { [name]: value }).end());
    expect(await failure()).toMatchObject({ kind: 'never', code: 'page-is-bot-wall' });
  });

  it('spares a host that is down, and asks no other one less', async () => {
    const { failure, requests } = await serve((_request, response) => response.writeHead(502).end());
    const failures: string[] = [];
    for (let n = 0; n < 8; n += 1) failures.push((await failure(`/${n}`)).code);
    expect(failures).toEqual([...Array(5).fill('http-502'), ...Array(3).fill('host-down')]);
    expect(requests).toHaveLength(5);
  });

  it.each(['127.0.0.1', 'own.test'])(
    'does not make those wait who read an allowed range (%s)',
    async (name) => {
      const { host, requests } = await serve((_request, response) => response.end('feed'));
      const fetcher = createFetcher({
        userAgent: 'test',
        allowPrivate: ['127.0.0.0/8'],
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      });
      cleanups.push(() => fetcher.close());
      const url = `http://${host.replace('127.0.0.1', name)}/`;
      await fetcher.fetch(url);
      // A second apart, most of these would be sent away.
      await Promise.all(Array.from({ length: 30 }, () => fetcher.fetch(url)));
      expect(requests).toHaveLength(31);
    },
  );

  it('never tells the password of an address', async () => {
    const fetcher = createFetcher({ userAgent: 'test' });
    const failure: Failure = await fetcher.fetch('http://user:hunter2@example.org/').catch((error) => error);
    expect(failure.code).toBe('url-credentials');
    expect(failure.message).not.toContain('hunter2');
    await fetcher.close();
  });

  it('asks robots.txt once a site, and keeps away where it says so', async () => {
    const { get, failure, requests } = await serve((request, response) => {
      response.end(request.url === '/robots.txt' ? 'User-agent: Aftermath\nDisallow: /private' : 'page');
    });
    expect(await failure('/private/x', { respectRobots: true })).toMatchObject({
      kind: 'never',
      code: 'robots-disallow',
    });
    await get('/open', { respectRobots: true });
    await get('/private/feed');
    expect(requests.map(({ url }) => url)).toEqual(['/robots.txt', '/open', '/private/feed']);
  });

  it('is allowed where there is no robots.txt, and not where it is out of reach', async () => {
    const missing = await serve((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 404 : 200).end('page');
    });
    expect((await missing.get('/x', { respectRobots: true })).status).toBe(200);
    const broken = await serve((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 500 : 200).end('page');
    });
    // For now only: a page must not be given up for good because robots.txt had a bad minute.
    expect(await broken.failure('/x', { respectRobots: true })).toMatchObject({
      kind: 'retry',
      code: 'robots-unreachable',
    });
    const throttled = await serve((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 429 : 200).end('page');
    });
    expect(await throttled.failure('/x', { respectRobots: true })).toMatchObject({
      kind: 'later',
      code: 'http-429',
    });
  });

  it.each([
    ['max-age=600', {}, 600_000],
    ['no-cache', {}, 0],
    [
      undefined,
      { expires: 'Tue, 10 Mar 2026 13:00:00 GMT', date: 'Tue, 10 Mar 2026 12:00:00 GMT' },
      3_600_000,
    ],
    [undefined, { expires: '0', date: 'Tue, 10 Mar 2026 12:00:00 GMT' }, null],
  ])('says how long the answer stays fresh: %s %o', async (cacheControl, headers, maxAgeMs) => {
    const { get } = await serve((_request, response) =>
      response
        .writeHead(200, {
          ...headers,
          ...(cacheControl === undefined ? {} : { 'cache-control': cacheControl }),
        })
        .end(),
    );
    const result = await get();
    if (maxAgeMs === null) expect(result.maxAgeMs === null || result.maxAgeMs === 0).toBe(true);
    else expect(result.maxAgeMs).toBe(maxAgeMs);
  });
});
