export * from './replay-watch.ts';
