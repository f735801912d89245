import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { POSTGRES_MAJOR } from './binaries.ts';
import type { Place } from './place.ts';
import type { ServerUser } from './server-user.ts';
import { diskFull, explainFileError, PostgresStartError } from './start-error.ts';

const run = promisify(execFile);

/** Makes the cluster unless it is there. @throws PostgresStartError for one of another major version */
export async function ensureCluster(place: Place, user: ServerUser | null): Promise<void> {
  const version = await readFile(path.join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) return initialise(place, user);
  if (version.trim() === POSTGRES_MAJOR) return;
  throw new PostgresStartError(
    'other-version',
    `the data in ${place.cluster} is of PostgreSQL ${version.trim()}, and this program has ${POSTGRES_MAJOR}: start the version it was made with, or give another folder with --data`,
  );
}

/** The password of the database's owner; only those who can read the cluster can read it. */
export async function readPassword(place: Place): Promise<string> {
  return (await readFile(passwordFile(place), 'utf8')).trim();
}

function passwordFile({ cluster }: Place): string {
  return path.join(cluster, 'aftermath-password');
}

async function initialise(place: Place, user: ServerUser | null): Promise<void> {
  // initdb wants an empty folder, and the password in a file: it goes beside the cluster until initdb is done.
  const password = `${place.cluster}.password`;
  try {
    await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (user !== null) await chown(password, user.uid, user.gid);
    const args = [
      `--pgdata=${place.cluster}`,
      '--username=aftermath',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ];
    await run(place.binaries.initdb, args, asUser(user));
    await writeFile(passwordFile(place), await readFile(password), { mode: 0o600 });
    if (user !== null) await chown(passwordFile(place), user.uid, user.gid);
  } catch (error) {
    throw explainInitdb(error, place.cluster);
  } finally {
    await rm(password, { force: true });
  }
}

function explainInitdb(error: unknown, folder: string): PostgresStartError {
  const { stderr } = error as { stderr?: string };
  if (stderr === undefined) return explainFileError(error, folder);
  if (/No space left on device/i.test(stderr)) return diskFull(folder, error);
  if (/Permission denied/i.test(stderr)) return explainFileError(Object.assign(new Error(stderr), { code: 'EACCES' }), folder);
  const reason = stderr.split('\n').find((line) => /error|fatal/i.test(line)) ?? stderr.trim();
  return new PostgresStartError('failed', `the database could not be made in ${folder}: ${reason}`, { cause: error });
}

/** How to run one of the server's programs: as its user, from a folder that user can be in, in plain English. */
export function asUser(user: ServerUser | null) {
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' };
  return user === null ? { env, cwd: '/' } : { env, cwd: '/', uid: user.uid, gid: user.gid };
}
