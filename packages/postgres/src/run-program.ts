import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

/** What a program says is for an error message. */
const OUTPUT_CHARS_MAX = 20_000;

/** A program that ended badly; `said` is what it wrote. */
export class ProgramError extends Error {
  readonly said: string;

  constructor(message: string, said: string) {
    super(message);
    this.name = 'ProgramError';
    this.said = said;
  }
}

/**
 * Runs one of the server's programs to its end: as the server's user, from a folder that user can be in, in
 * plain English, and in a session of its own, so that Ctrl-C at the terminal reaches us alone.
 *
 * @throws ProgramError when it does not end with 0
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  user: ServerUser | null,
): Promise<void> {
  const child = spawn(file, args, {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', PGTZ: 'UTC' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-OUTPUT_CHARS_MAX);
    });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new ProgramError(`${file} ended with ${code ?? signal}: ${said.trim()}`, said));
    });
  });
}
