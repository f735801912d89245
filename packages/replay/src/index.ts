export * from './compare-watches.ts';
export * from './difference-tally.ts';
export * from './replay-watch.ts';
