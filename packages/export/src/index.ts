export * from './export-formats.ts';
export * from './export-period.ts';
export * from './feeds/watch-feeds.ts';
export * from './feeds/write-feed.ts';
