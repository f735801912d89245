export * from './assign.ts';
export * from './fingerprint.ts';
export * from './story-memory.ts';
