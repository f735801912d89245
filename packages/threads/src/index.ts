export * from './create-thread-pool.ts';
export * from './thread-file.ts';
