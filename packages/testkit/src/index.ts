export * from './builders.ts';
export * from './smtp-sink.ts';
export * from './test-database.ts';
