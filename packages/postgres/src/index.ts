export { PostgresStartError } from './start-error.ts';
export { type PostgresOptions, type RunningPostgres, startPostgres } from './start-postgres.ts';
