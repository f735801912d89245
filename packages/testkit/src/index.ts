export * from './builders.ts';
export * from './cuttable-proxy.ts';
export * from './fake-clock.ts';
export * from './feed-server.ts';
export * from './smtp-sink.ts';
export * from './test-database.ts';
