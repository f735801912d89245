import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PostgresStartError } from './start-error.ts';

const run = promisify(execFile);

/** The account that the server runs under. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Then it runs as the owner of its data, or, for new data, as the system user
 * `postgres`, made if need be, else as `nobody`. Null: we are not root, and it runs as us.
 *
 * @param cluster the folder of data that are there already, or null
 */
export async function serverUser(cluster: string | null): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = cluster === null ? null : await stat(cluster);
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await lookUp('postgres')) ?? (await makeUser('postgres')) ?? (await lookUp('nobody'));
  if (user === null)
    throw new PostgresStartError(
      'no-user',
      'PostgreSQL refuses to run as root, and no user "postgres" could be made for it: start Aftermath as another user',
    );
  return user;
}

async function makeUser(name: string): Promise<ServerUser | null> {
  const args = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name];
  await run('useradd', args).catch(() => undefined);
  return lookUp(name);
}

async function lookUp(name: string): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** True when `user` may pass through every folder above `file`. */
export async function canReach(user: ServerUser, file: string): Promise<boolean> {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const search = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
