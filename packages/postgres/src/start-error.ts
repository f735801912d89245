import { statfs } from 'node:fs/promises';
import path from 'node:path';

type Code = 'no-binaries' | 'not-writable' | 'disk-full' | 'other-version' | 'in-use' | 'no-user' | 'failed';

/** Why the embedded server could not be started: one line that says what to do. */
export class PostgresStartError extends Error {
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresStartError';
    this.code = code;
  }
}

const MIB = 1024 * 1024;
/** A server needs this much to come up at all: a segment of its log of changes. */
const FREE_BYTES_MIN = 16 * MIB;
/** A new cluster takes 60 MiB with its first tables; the rest is for its log of changes. */
export const NEW_CLUSTER_BYTES = 128 * MIB;

/**
 * Says what a failure in `folder` means for the person: the folder's rights and its disk, else the reason given.
 *
 * @param said what a program wrote on its way down
 */
export async function explainFailure(cause: unknown, folder: string, said = ''): Promise<PostgresStartError> {
  if (cause instanceof PostgresStartError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  // On a full disk the server can't even write down why it gave up. 53100: PostgreSQL's own code for it.
  const full = code === 'ENOSPC' || code === '53100' || /No space left on device/i.test(said);
  if (full || (await isFull(folder, FREE_BYTES_MIN))) return diskFull(folder, FREE_BYTES_MIN, cause);
  const refused =
    /^(EACCES|EPERM|EROFS|ENOTDIR)$/.test(code ?? '') || /Permission denied|Read-only/i.test(said);
  if (refused || code === 'EEXIST')
    return new PostgresStartError(
      'not-writable',
      `the data folder ${folder} can't be used by this user (${firstLine(said) || message}): give this user the folder, or give another one with --data`,
      { cause },
    );
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? firstLine(message);
  return new PostgresStartError(
    'failed',
    `the database in ${folder} could not be started: ${reason.trim()}`,
    {
      cause,
    },
  );
}

/** A server would come up on a full disk, and then fail at whatever it is asked to write. @throws `disk-full` */
export async function refuseFullDisk(folder: string, neededBytes = FREE_BYTES_MIN): Promise<void> {
  if (await isFull(folder, neededBytes)) throw diskFull(folder, neededBytes);
}

function diskFull(folder: string, neededBytes: number, cause?: unknown): PostgresStartError {
  return new PostgresStartError(
    'disk-full',
    `the disk of ${folder} is full (${neededBytes / MIB} MiB are needed): free some space, or give another folder with --data`,
    { cause },
  );
}

/** True when the disk of a folder, or of the nearest one above it that exists, has less room left than that. */
async function isFull(folder: string, neededBytes: number): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize < neededBytes;
  } catch {
    const above = path.dirname(folder);
    return above !== folder && isFull(above, neededBytes);
  }
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
