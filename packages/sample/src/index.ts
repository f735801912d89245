export * from './sample-data.ts';
export * from './sample-watch.ts';
export * from './start-sample-server.ts';
