import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractBreach } from './__fixtures__/contract-breach.ts';
import { FeedError } from './feed-error.ts';
import { isWhole } from './is-whole.ts';
import { parseListPage } from './list/parse-list-page.ts';
import { parseOpml } from './opml/parse-opml.ts';
import { parseFeed } from './parse-feed.ts';

/** Damaged documents in one run: a hundred thousand, about half a minute. */
const FEEDS = 95_000;
/** In parts, so that none comes near a test's time limit on a busy machine. */
const PARTS = Array.from({ length: 10 }, (_, index) => index + 1);
const PAGES = 3000;
const LISTS = 2000;
/** Small ones show as much as large ones, and there can be more of them. */
const SEED_BYTES_MAX = 2000;

const OPTIONS = { url: 'https://news.example/feed', now: '2026-01-01T00:00:00Z' };
const CORPUS = path.join(import.meta.dirname, '../../../../shared/corpora/feeds');

function seedsIn(folder: string, name: RegExp): Uint8Array[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file)))
    .filter((bytes) => bytes.length <= SEED_BYTES_MAX);
}

const own = (extension: string) => seedsIn(import.meta.dirname, new RegExp(`__fixtures__.*\\.${extension}$`));
const feeds = [...own('xml'), ...own('feed')];
const wild = ['captured', 'feedparser', 'gofeed', 'miniflux'].flatMap((name) =>
  seedsIn(path.join(CORPUS, name), /\.(?:xml|rss|rdf|atom|json)$/),
);

const SPLICES = [
  ...['<', '>', '&', '"', "'", '/', ']]>', '<![CDATA[', '<!--', '-->', '<?', '<!DOCTYPE', '</', '<br>'],
  ...[
    '\0',
    '\xff',
    '&#x110000;',
    '&#0;',
    '&#xD800;',
    '&nbsp',
    '{',
    '}',
    '[',
    ',',
    '\\u0000',
    '\\ud800',
    'e999',
  ],
  ...['</item>', '<item>', '<entry>', '<channel>', '<link href="//x">', '<link>javascript:a()</link>'],
  ...[
    ' xml:base="//"',
    ' xmlns=""',
    ' xml:base="/\\"',
    '<pubDate>9999-99-99</pubDate>',
    '<guid>http://[</guid>',
  ],
].map((text) => Buffer.from(text, 'latin1'));

const mutation = fc.record({
  at: fc.nat(SEED_BYTES_MAX),
  drop: fc.nat(40),
  insert: fc.oneof(
    { arbitrary: fc.constantFrom(...SPLICES), weight: 5 },
    { arbitrary: fc.uint8Array({ maxLength: 8 }), weight: 1 },
  ),
});

function damaged(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc
    .tuple(fc.nat(seeds.length - 1), fc.array(mutation, { minLength: 1, maxLength: 6 }))
    .map(([index, mutations]) => mutations.reduce(mutate, seeds[index] ?? new Uint8Array()));
}

function mutate(
  bytes: Uint8Array,
  { at, drop, insert }: { at: number; drop: number; insert: Uint8Array },
): Uint8Array {
  const start = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + drop)]);
}

/** Runs `read` on damaged documents: what it gives must keep the contract, what it throws must be a FeedError. */
function readsDamaged(
  seeds: readonly Uint8Array[],
  runs: number,
  read: (bytes: Uint8Array) => unknown,
): void {
  let documents = 0;
  fc.assert(
    fc.property(damaged(seeds), (bytes) => {
      const document = orFeedError(() => read(bytes));
      if (document === null) return;
      documents += 1;
      const breach = contractBreach(document, bytes.length);
      if (breach !== null) throw new Error(breach);
    }),
    { numRuns: runs },
  );
  console.log(`${runs} damaged documents from ${seeds.length}: ${documents} read, the others refused`);
  // Nothing is shown by inputs that are all refused at the door.
  expect(documents).toBeGreaterThan(runs / 2);
}

function orFeedError<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

describe('a document damaged anywhere keeps the contract or is refused', () => {
  const where = wild.length === 0 ? ' (only our own: the corpora are not in ../shared/corpora)' : '';
  it.each(PARTS)(`as a feed, part %i of ${PARTS.length}${where}`, () => {
    readsDamaged([...feeds, ...wild], FEEDS / PARTS.length, (bytes) => parseFeed(bytes, OPTIONS));
  });

  it('as a page that lists articles', () => {
    const list = { items: 'li, article, tr:not(.head)', date: 'time, td', summary: '.note' };
    readsDamaged(own('html'), PAGES, (bytes) => parseListPage(bytes, list, OPTIONS));
  });

  it('as a list of subscriptions', () => {
    readsDamaged(own('opml'), LISTS, (bytes) => parseOpml(bytes));
  });

  it('and, cut off inside its root, is never taken for whole', () => {
    const whole = '<rss><channel><title>x</title><item><title>y</title><guid>1</guid></item></channel></rss>';
    fc.assert(
      fc.property(fc.integer({ min: '<rss>'.length, max: whole.length - 1 }), (length) => {
        expect(isWhole(parseFeed(new TextEncoder().encode(whole.slice(0, length))))).toBe(false);
      }),
    );
  });
});
