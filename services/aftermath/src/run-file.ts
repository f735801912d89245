import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@aftermath/config';
import { z } from 'zod';

const schema = z.object({
  pid: z.number().int().positive(),
  connectionString: z.string(),
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
    url: config.publicUrl,
    startedAt: new Date().toISOString(),
  };
  await writeFile(fileOf(config), JSON.stringify(content), { mode: 0o600 });
}

export async function removeRunFile(config: Config): Promise<void> {
  await rm(fileOf(config), { force: true });
}

/** The process that runs on this data folder, or null; one that was killed has left a file but no process. */
export async function readRunFile(config: Config): Promise<RunFile | null> {
  const content = await readFile(fileOf(config), 'utf8').catch(() => null);
  if (content === null) return null;
  const parsed = schema.safeParse(parsedJson(content));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
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
