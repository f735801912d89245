import { hashText } from './hash.ts';

/** Articles under one bucket; the newest take the places of the oldest. */
const WAYS = 16;
/** Half full on average: with keys spread evenly, one bucket in 250 overflows and forgets an old article early. */
const FULL = 0.5;
const BUCKETS_MIN = 1 << 10;
/** 2^21 buckets hold the keys of a million articles in 270 MB. */
const BUCKETS_MAX = 1 << 21;

export interface PostingTable {
  add(key: string, article: number): void;
  /** The newest articles that were added under a key, and by a chance of one in a thousand million under another. */
  find(key: string): readonly number[];
}

/**
 * Which articles have which keys: a hash table of fixed-size rings in typed arrays. It grows up to a bound and then
 * forgets the oldest of each bucket, so that neither time nor memory depend on what comes. (JavaScript's own Map ends at
 * 2^24 entries, and a million articles have 29 million keys.)
 */
export function createPostingTable(): PostingTable {
  let buckets = BUCKETS_MIN;
  let table = emptyTable(buckets);
  let added = 0;

  function put(target: Table, mask: number, hash: number, article: number): void {
    const bucket = hash & mask;
    const count = target.counts[bucket] ?? 0;
    const slot = bucket * WAYS + (count % WAYS);
    target.hashes[slot] = hash;
    target.articles[slot] = article;
    target.counts[bucket] = count + 1;
  }

  /** Twice the buckets; what stood in one keeps its order in two. */
  function grow(): void {
    const larger = emptyTable(buckets * 2);
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = table.counts[bucket] ?? 0;
      for (let i = Math.max(0, count - WAYS); i < count; i++) {
        const slot = bucket * WAYS + (i % WAYS);
        put(larger, buckets * 2 - 1, table.hashes[slot] ?? 0, table.articles[slot] ?? 0);
      }
    }
    table = larger;
    buckets *= 2;
  }

  return {
    add(key, article) {
      if (added >= buckets * WAYS * FULL && buckets < BUCKETS_MAX) grow();
      put(table, buckets - 1, hashText(key), article);
      added++;
    },
    find(key) {
      const hash = hashText(key);
      const bucket = hash & (buckets - 1);
      const filled = Math.min(WAYS, table.counts[bucket] ?? 0);
      const found: number[] = [];
      for (let slot = bucket * WAYS; slot < bucket * WAYS + filled; slot++)
        if (table.hashes[slot] === hash) found.push(table.articles[slot] ?? 0);
      return found;
    },
  };
}

interface Table {
  readonly hashes: Int32Array;
  readonly articles: Int32Array;
  /** Ever put into a bucket. */
  readonly counts: Uint32Array;
}

function emptyTable(buckets: number): Table {
  return {
    hashes: new Int32Array(buckets * WAYS),
    articles: new Int32Array(buckets * WAYS),
    counts: new Uint32Array(buckets),
  };
}
