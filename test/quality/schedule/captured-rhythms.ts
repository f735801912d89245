import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFeed } from '@aftermath/feeds';
import type { Rhythm } from './generate-rhythms.ts';

const SNAPSHOTS = path.resolve(import.meta.dirname, '../../../../shared/corpora/feeds/captured/rss-arch');

/** When the items of feeds that were kept day by day say they were published; none where the corpus is absent. */
export function capturedRhythms(): Rhythm[] {
  if (!existsSync(SNAPSHOTS)) return [];
  return readdirSync(SNAPSHOTS).map((feed) => {
    const published = new Map<string, number>();
    for (const file of readdirSync(path.join(SNAPSHOTS, feed)).sort()) {
      const bytes = readFileSync(path.join(SNAPSHOTS, feed, file));
      const { items } = parseFeed(bytes, { url: null, now: '2026-01-01T00:00:00Z' });
      for (const { id, link, publishedAt } of items)
        if (publishedAt !== null) published.set(id ?? link ?? '', Date.parse(publishedAt) / 1_000);
    }
    return { kind: 'recorded', times: [...published.values()].sort((a, b) => a - b) };
  });
}
