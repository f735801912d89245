import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FEED_FORMATS } from '@aftermath/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedError } from './feed-error.ts';
import { isWhole } from './is-whole.ts';
import { parseFeed } from './parse-feed.ts';

/** Cases in one run: a few seconds. */
const RUNS = 3000;

const seeds = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.includes('__fixtures__') && /\.(?:xml|feed)$/.test(file))
  .sort()
  .map((file) => readFileSync(path.join(import.meta.dirname, file)));

const SPLICES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE',
  '\0',
  '\xff',
  '</item>',
  '<item>',
  '&#x110000;',
  '&nbsp',
  '{',
  '}',
  '[',
  ',',
  '\\u0000',
  '\\ud800',
  ' xml:base="//"',
  ' xmlns=""',
  '<br>',
  '</',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(40),
  insert: fc.oneof(
    fc.constantFrom(...SPLICES).map((text) => Buffer.from(text, 'latin1')),
    fc.uint8Array({ maxLength: 8 }),
  ),
});
const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([seed, mutations]) => mutations.reduce(mutate, Uint8Array.from(seed)));

function mutate(
  bytes: Uint8Array,
  { at, drop, insert }: { at: number; drop: number; insert: Uint8Array },
): Uint8Array {
  const start = Math.floor(at * bytes.length);
  return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + drop)]);
}

describe('a feed damaged anywhere', () => {
  it('gives a document that keeps the contract, or a FeedError', () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        try {
          const feed = parseFeed(bytes, { url: 'https://news.example/feed' });
          expect(FEED_FORMATS).toContain(feed.format);
          for (const item of feed.items) {
            for (const date of [item.publishedAt, item.updatedAt]) {
              if (date !== null) expect(new Date(date).toISOString()).toBe(date);
            }
            expect(item.link ?? 'https:').not.toMatch(/^\s*(?:javascript|data|file):/i);
            expect(`${item.summary} ${item.content}`).not.toMatch(/<script/i);
          }
          // What is stored is JSON: nothing may be lost on the way.
          expect(JSON.parse(JSON.stringify(feed))).toEqual(feed);
        } catch (error) {
          if (!(error instanceof FeedError)) throw error;
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('cut off inside its root, is never taken for whole', () => {
    const whole = '<rss><channel><title>x</title><item><title>y</title><guid>1</guid></item></channel></rss>';
    fc.assert(
      fc.property(fc.integer({ min: '<rss>'.length, max: whole.length - 1 }), (length) => {
        expect(isWhole(parseFeed(new TextEncoder().encode(whole.slice(0, length))))).toBe(false);
      }),
    );
  });
});
