import type { RssFeed } from '../rss/wire.ts';

/** RSS 0.90, 1.0 and 1.1: the words of RSS, with the items beside the channel (or in it, under `items`). */
export type RdfFeed = RssFeed;
