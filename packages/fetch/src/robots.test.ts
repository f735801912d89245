import { describe, expect, it } from 'vitest';
import { createRobotsGuard } from './robots.ts';

const url = new URL('https://news.example/page');
const now = new Date('2026-03-01T00:00:00Z');

describe('robots.txt', () => {
  it.each([
    ['User-agent: *\nCrawl-delay: 10', 10_000],
    ['User-agent: Aftermath\nCrawl-delay: 0.5\n\nUser-agent: *\nCrawl-delay: 10', 500],
    ['User-agent: other\nCrawl-delay: 10', null],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['', null],
  ])('says how long to pause: %j', async (text, delayMs) => {
    const guard = createRobotsGuard('Aftermath/0.1 (+x)', async () => text);
    expect(await guard.check(url, now)).toBe(delayMs);
  });
});
