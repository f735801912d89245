export * from './assign.ts';
export { creditedAgencies } from './credited-agencies.ts';
export * from './fingerprint.ts';
export * from './story-memory.ts';
