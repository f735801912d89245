export { isFolderFree } from './folder-lock.ts';
export { PostgresStartError } from './start-error.ts';
export { type PostgresOptions, type RunningPostgres, startPostgres } from './start-postgres.ts';
