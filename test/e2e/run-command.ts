import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const bin = path.resolve(import.meta.dirname, '../../services/aftermath/bin/aftermath.js');

/** What a command that has ended has said. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end, as a user would, with nothing of our own environment. */
export function runCommand(args: readonly string[], input = '', cwd?: string): Promise<CommandResult> {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    stderr += data;
  });
  // A command that refuses its options doesn't read its input.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

/** Each line of the output as JSON. */
export function jsonLines<T>({ stdout }: CommandResult): T[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The standard input that holds these values, one a line; text is a line as it is. */
export function asLines(values: readonly unknown[]): string {
  return values.map((value) => `${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
}

export interface Scratch {
  readonly dir: string;
  remove(): Promise<void>;
}

/** An empty folder; a database in it goes with it, also where it is elsewhere with a link to it (as root). */
export function scratchDir(): Scratch {
  const dir = mkdtempSync(path.join(tmpdir(), 'aftermath-cli-'));
  return {
    dir,
    remove: async () => {
      const cluster = await realpath(path.join(dir, 'postgres')).catch(() => dir);
      await rm(cluster, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}
