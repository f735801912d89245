import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A server that runs on a cluster. */
export interface PostmasterPid {
  readonly pid: number;
  /** Null while it has not come so far as to listen. */
  readonly port: number | null;
}

/**
 * The server that runs on a cluster, by what it wrote there of itself (PostgreSQL: miscadmin.h, LOCK_FILE_LINE_*),
 * or null. The file of a killed server is removed: its process id may be another program's by now, even another
 * cluster's server, and PostgreSQL would then refuse to start.
 */
export async function runningServer(cluster: string): Promise<PostmasterPid | null> {
  const file = path.join(cluster, 'postmaster.pid');
  const content = await readFile(file, 'utf8').catch(() => '');
  const lines = content.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (await servesCluster(pid, cluster)) return { pid, port: Number(lines[3]) || null };
  // Unless a new server has written its own meanwhile.
  if ((await readFile(file, 'utf8').catch(() => '')) === content) await rm(file, { force: true });
  return null;
}

/** True when that process was started as a server on this cluster. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  return `${await commandLine(pid)} `.includes(`postgres -D ${cluster} `);
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  const { stdout } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => ({
    stdout: '',
  }));
  return stdout.trim();
}
