import { afterEach, describe, expect, it } from 'vitest';
import { startCuttableProxy } from './cuttable-proxy.ts';
import { fakeClock } from './fake-clock.ts';
import { respondWith, startFeedServer } from './feed-server.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('the feed server', () => {
  it('answers 304 to one who has the body, 404 where nothing is, and notes who asked', async () => {
    const server = await startFeedServer({ '/feed': respondWith('<rss/>') });
    cleanups.push(() => server.close());
    const first = await fetch(`${server.origin}/feed`);
    expect([first.status, await first.text()]).toEqual([200, '<rss/>']);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${server.origin}/feed`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    server.route('/feed', respondWith('<rss>new</rss>'));
    const changed = await fetch(`${server.origin}/feed`, { headers: { 'if-none-match': etag } });
    expect(await changed.text()).toBe('<rss>new</rss>');
    expect((await fetch(`${server.origin}/other`)).status).toBe(404);
    expect(server.requests.map(({ path }) => path)).toEqual(['/feed', '/feed', '/feed', '/other']);
    expect(server.requests[1]?.headers['if-none-match']).toBe(etag);
  });
});

describe('the proxy', () => {
  it('takes a server away and gives it back', async () => {
    const server = await startFeedServer({ '/': respondWith('here') });
    cleanups.push(() => server.close());
    const proxy = await startCuttableProxy(server.origin);
    cleanups.push(() => proxy.close());
    expect(await (await fetch(proxy.url)).text()).toBe('here');
    proxy.cut();
    await expect(fetch(proxy.url)).rejects.toThrow();
    proxy.mend();
    expect(await (await fetch(proxy.url)).text()).toBe('here');
  });
});

describe('the fake clock', () => {
  it('goes on only when it is told', () => {
    const clock = fakeClock('2026-03-01T12:00:00Z');
    clock.advance(1_500);
    expect(clock.now().toISOString()).toBe('2026-03-01T12:00:01.500Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
  });
});
