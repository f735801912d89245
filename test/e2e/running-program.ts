import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';

const bin = path.resolve(import.meta.dirname, '../../services/aftermath/bin/aftermath.js');

/** A real process of the built program, and what it has printed so far. */
export interface RunningProgram {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): RunningProgram {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', AFTERMATH_LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => {
    output.stdout += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    output.stderr += data.toString();
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.on('close', (code, signal) => resolve(code ?? signal)),
  );
  return { child, output, ended };
}

/** Starts the program on a data folder and waits until `/readyz` says that it works. */
export async function startProgram(
  dataDir: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningProgram> {
  const program = runProgram(['start', '--data', dataDir, '--port', String(port)], env);
  await vi.waitFor(
    async () => {
      if (program.child.exitCode !== null) throw new Error(`it ended: ${program.output.stderr}`);
      const { status } = await fetch(`http://127.0.0.1:${port}/readyz`);
      if (status !== 200) throw new Error(`not ready: ${status}`);
    },
    { timeout: 60_000, interval: 100 },
  );
  return program;
}

/** The database of the process that runs on a data folder. */
export function databaseOf(dataDir: string): string {
  const { connectionString } = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')) as {
    connectionString: string;
  };
  return connectionString;
}
