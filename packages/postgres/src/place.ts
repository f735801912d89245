import { createHash } from 'node:crypto';
import { chown, cp, mkdir, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.ts';
import { canReach, type ServerUser } from './server-user.ts';
import { explainFileError } from './start-error.ts';

/** Where a user that can't enter our folders finds the server and its data. */
const SHARED_FOLDER = '/var/lib/aftermath';

/** Where the server's files are. */
export interface Place {
  readonly binaries: Binaries;
  /** The cluster: made by initdb, owned by the user that the server runs under. */
  readonly cluster: string;
  /** True when it is not in the data folder itself. */
  readonly moved: boolean;
}

/**
 * Finds a place where the server can run: in the data folder, or, for a server user that can't reach it (root's
 * private home), in a shared folder, to which `postgres` in the data folder then is a link.
 */
export async function findPlace(dataDir: string, binaries: Binaries, user: ServerUser | null): Promise<Place> {
  const inside = path.join(dataDir, 'postgres');
  try {
    await mkdir(dataDir, { recursive: true });
    const existing = await realpath(inside).catch(() => null);
    const cluster = existing ?? (await newCluster(dataDir, inside, user));
    return { binaries: await reachable(binaries, user), cluster, moved: cluster !== (await realpath(dataDir).then((real) => path.join(real, 'postgres'))) };
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}

async function newCluster(dataDir: string, inside: string, user: ServerUser | null): Promise<string> {
  if (user === null) {
    await mkdir(inside, { mode: 0o700 });
    return realpath(inside);
  }
  if (await canReach(user, path.join(inside, 'x')).catch(() => canReach(user, inside))) {
    await mkdir(inside, { mode: 0o700 });
    await chown(inside, user.uid, user.gid);
    return realpath(inside);
  }
  const id = createHash('sha256').update(await realpath(dataDir)).digest('hex').slice(0, 16);
  const cluster = path.join(SHARED_FOLDER, id);
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await chown(cluster, user.uid, user.gid);
  await symlink(cluster, inside);
  return cluster;
}

/** The programs themselves, or a copy of them where the user can run them; copied once per version. */
async function reachable(binaries: Binaries, user: ServerUser | null): Promise<Binaries> {
  const real = await realpath(binaries.pgCtl);
  if (user === null || (await canReach(user, real))) return binaries;
  const native = path.dirname(path.dirname(real));
  const id = createHash('sha256').update(native).update(String((await stat(real)).mtimeMs)).digest('hex').slice(0, 16);
  const copy = path.join(SHARED_FOLDER, `postgresql-${id}`);
  const inCopy = (file: string) => path.join(copy, 'bin', path.basename(file));
  const done = { initdb: inCopy(binaries.initdb), pgCtl: inCopy(binaries.pgCtl) };
  if ((await stat(done.pgCtl).catch(() => null)) !== null) return done;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const partial = `${copy}.${process.pid}`;
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  return done;
}
