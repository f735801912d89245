import { ZodError } from 'zod';
import { CommandError } from './command-error.ts';

/** An error as one line for a person, with what to do where we know it. A CommandError has its own lines. */
export function oneLine(error: unknown): string {
  if (error instanceof ZodError)
    return error.issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
  if (error instanceof CommandError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const advice = code === undefined ? undefined : ADVICE[code];
  return advice === undefined ? error.message.replaceAll(/\s*\n\s*/g, ' ') : `${advice} (${error.message})`;
}

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full: free some space, or give another folder with --data',
  EACCES: 'Permission was refused: make the folder writable for this user, or give another one with --data',
  EROFS: 'The folder is read-only: give another one with --data',
  EADDRINUSE: 'The port is in use: stop what uses it, or give another one with --port',
  ECONNREFUSED: 'Nothing answers there: is it running?',
};
