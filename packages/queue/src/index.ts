export type { QueueBackend } from './backend.ts';
export * from './job-queue.ts';
