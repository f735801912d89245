import { randomUUID } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';
import { canReach, type ServerUser, serverUser } from './server-user.ts';
import { explainFailure, PostgresStartError } from './start-error.ts';

/** Where a user that can't enter our folders finds the server and its data. */
const SHARED_FOLDER = '/var/lib/aftermath';

/** Where the server's files are, and who runs it. */
export interface Place {
  readonly binaries: Binaries;
  /** The cluster: made by initdb, owned by the user that the server runs under. */
  readonly cluster: string;
  /** Null: the server runs as we do. */
  readonly user: ServerUser | null;
  /** True when the cluster is not in the data folder itself. */
  readonly moved: boolean;
}

/**
 * Finds a place where the server can run: in the data folder, or, for a server user that can't reach it (root's
 * private home), in a shared folder, to which `postgres` in the data folder then is a link.
 */
export async function findPlace(dataDir: string, binaries: Binaries): Promise<Place> {
  try {
    await mkdir(dataDir, { recursive: true });
    const inside = path.join(await realpath(dataDir), 'postgres');
    refuseShellSigns(inside);
    const existing = await findCluster(inside);
    const user = await serverUser(existing);
    const cluster = existing ?? (await newCluster(inside, user));
    return { binaries: await reachable(binaries, user), cluster, user, moved: cluster !== inside };
  } catch (error) {
    throw await explainFailure(error, dataDir);
  }
}

/** pg_ctl puts the path between double quotes into a line for the shell, where these would be obeyed. */
function refuseShellSigns(folder: string): void {
  const [sign] = /["$`\\\n]/.exec(folder) ?? [];
  if (sign !== undefined)
    throw new PostgresStartError(
      'failed',
      `PostgreSQL can't be started in ${JSON.stringify(folder)}: its path has a ${JSON.stringify(sign)}; give another folder with --data`,
    );
}

/** The folder of the data that are there already, or null. */
async function findCluster(inside: string): Promise<string | null> {
  const found = await realpath(inside).catch(() => null);
  if (found === null && (await lstat(inside).catch(() => null)) !== null)
    throw new PostgresStartError(
      'failed',
      `the data that ${inside} links to can't be found: put them back, or remove the link to begin anew`,
    );
  return found;
}

async function newCluster(inside: string, user: ServerUser | null): Promise<string> {
  if (user === null || (await canReach(user, inside))) return makeFolder(inside, user);
  await openSharedFolder();
  // Not named after the data folder: one that was deleted and made again begins anew.
  const cluster = await makeFolder(path.join(SHARED_FOLDER, randomUUID()), user);
  await symlink(cluster, inside);
  return cluster;
}

/** Makes a folder that is the server's alone. */
export async function makeFolder(folder: string, user: ServerUser | null): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== null) await chown(folder, user.uid, user.gid);
  return folder;
}

/** The programs themselves, or a copy of them where the user can run them; copied once per release. */
async function reachable(binaries: Binaries, user: ServerUser | null): Promise<Binaries> {
  const programs = path.dirname(await realpath(binaries.pgCtl));
  if (user === null || (await canReach(user, path.join(programs, 'pg_ctl')))) return binaries;
  const copy = path.join(SHARED_FOLDER, `postgresql-${binaries.release}`);
  const inCopy = (file: string) => path.join(copy, 'bin', path.basename(file));
  const copied = { ...binaries, initdb: inCopy(binaries.initdb), pgCtl: inCopy(binaries.pgCtl) };
  if (await exists(copied.pgCtl)) return copied;
  await openSharedFolder();
  const partial = `${copy}.${process.pid}`;
  try {
    await cp(path.dirname(programs), partial, { recursive: true, verbatimSymlinks: true });
    await runProgram('chmod', ['-R', 'a+rX', partial], null);
    await rename(partial, copy);
  } catch (error) {
    // Another process may have been quicker.
    if (!(await exists(copied.pgCtl))) throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return copied;
}

async function openSharedFolder(): Promise<void> {
  try {
    await mkdir(SHARED_FOLDER, { recursive: true });
    // Whatever the umask: the server's user has to pass.
    await chmod(SHARED_FOLDER, 0o755);
  } catch (error) {
    throw await explainFailure(error, SHARED_FOLDER);
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}
