export { type PostgresOptions, type RunningPostgres, startPostgres } from './start-postgres.ts';
export { PostgresStartError } from './start-error.ts';
