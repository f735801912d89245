import { randomBytes, randomUUID } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { POSTGRES_MAJOR } from './binaries.ts';
import { makeFolder, type Place } from './place.ts';
import { ProgramError, runProgram } from './run-program.ts';
import { explainFailure, NEW_CLUSTER_BYTES, PostgresStartError, refuseFullDisk } from './start-error.ts';

/** Makes the cluster unless it is there. @throws PostgresStartError for one of another major version */
export async function ensureCluster(place: Place): Promise<void> {
  const version = await readVersion(place);
  if (version === null) return initialise(place);
  if (version === POSTGRES_MAJOR) return;
  throw new PostgresStartError(
    'other-version',
    `the data in ${place.cluster} are of PostgreSQL ${version}, and this program has ${POSTGRES_MAJOR}: start the version of Aftermath they were made with, or give another folder with --data`,
  );
}

/** The password of the database's owner; only those who can read the cluster can read it. */
export async function readPassword({ cluster }: Place): Promise<string> {
  return (await readFile(path.join(cluster, PASSWORD_FILE), 'utf8')).trim();
}

const PASSWORD_FILE = 'aftermath-password';

async function readVersion({ cluster }: Place): Promise<string | null> {
  try {
    return (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw await explainFailure(error, cluster);
  }
}

/** Makes the cluster beside its place and moves it there whole: half a cluster is never taken for one. */
async function initialise(place: Place): Promise<void> {
  const { cluster, user } = place;
  if ((await readdir(cluster)).length > 0)
    throw new PostgresStartError(
      'failed',
      `${cluster} holds something, but no database: move it away, or give another folder with --data`,
    );
  await refuseFullDisk(cluster, NEW_CLUSTER_BYTES);
  const fresh = `${cluster}.new-${process.pid}-${randomUUID()}`;
  const passwordFile = `${fresh}.password`;
  const writePassword = async (file: string, password: string) => {
    await writeFile(file, password, { mode: 0o600 });
    if (user !== null) await chown(file, user.uid, user.gid);
  };
  try {
    await removeLeftovers(cluster);
    const password = randomBytes(24).toString('base64url');
    await writePassword(passwordFile, password);
    await makeFolder(fresh, user);
    const args = [
      `--pgdata=${fresh}`,
      '--username=aftermath',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ];
    await runProgram(place.binaries.initdb, args, user);
    await writePassword(path.join(fresh, PASSWORD_FILE), password);
    await rename(fresh, cluster);
  } catch (error) {
    // Another process may have been quicker; its cluster is as good.
    if ((await readVersion(place)) !== POSTGRES_MAJOR)
      throw await explainFailure(error, cluster, error instanceof ProgramError ? error.said : '');
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** What processes that were killed in the middle of it have left. */
async function removeLeftovers(cluster: string): Promise<void> {
  const folder = path.dirname(cluster);
  const prefix = `${path.basename(cluster)}.new-`;
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10))) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
