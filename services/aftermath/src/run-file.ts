import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@aftermath/config';
import { isFolderFree } from '@aftermath/postgres';
import { z } from 'zod';

const schema = z.object({
  pid: z.number().int().positive(),
  connectionString: z.string(),
  /** True when the database is the data folder's own, and its lock tells whether we run. */
  embedded: z.boolean(),
  url: z.string(),
  startedAt: z.string(),
});

/** What other commands need to know of the running process. */
export type RunFile = z.infer<typeof schema>;

const fileOf = (config: Config) => path.join(config.dataDir, 'running.json');

/** Says, in the data folder and to this user only, that this process runs. */
export async function writeRunFile(config: Config, connectionString: string): Promise<void> {
  await mkdir(config.dataDir, { recursive: true });
  const content: RunFile = {
    pid: process.pid,
    connectionString,
    embedded: config.databaseUrl === null,
    url: config.publicUrl,
    startedAt: new Date().toISOString(),
  };
  await writeFile(fileOf(config), JSON.stringify(content), { mode: 0o600 });
}

export async function removeRunFile(config: Config): Promise<void> {
  await rm(fileOf(config), { force: true });
}

/**
 * The process that runs on this data folder, or null. One that was killed has left its file, and its number may
 * be another process's by now: only who holds the folder runs on it.
 */
export async function readRunFile(config: Config): Promise<RunFile | null> {
  const content = await readFile(fileOf(config), 'utf8').catch(() => null);
  if (content === null) return null;
  const parsed = schema.safeParse(parsedJson(content));
  if (!parsed.success || !isAlive(parsed.data.pid)) return null;
  const { embedded, connectionString } = parsed.data;
  return embedded && (await isFolderFree(connectionString)) ? null : parsed.data;
}

/** Null for a file that was cut short by a crash. */
function parsedJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
