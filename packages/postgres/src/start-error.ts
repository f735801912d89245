/** Why the embedded server could not be started: one line that says what to do. */
export class PostgresStartError extends Error {
  readonly code: 'no-binaries' | 'not-writable' | 'disk-full' | 'other-version' | 'in-use' | 'no-user' | 'failed';

  constructor(code: PostgresStartError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresStartError';
    this.code = code;
  }
}

/** Says what a failed file operation in `folder` means for the person. */
export function explainFileError(error: unknown, folder: string): PostgresStartError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return diskFull(folder, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new PostgresStartError('not-writable', `the data folder ${folder} can't be written to: make it writable for this user, or give another one with --data`, { cause: error });
  return new PostgresStartError('failed', `the data folder ${folder} could not be prepared: ${message}`, { cause: error });
}

export function diskFull(folder: string, cause?: unknown): PostgresStartError {
  return new PostgresStartError('disk-full', `the disk of ${folder} is full: free some space, or give another folder with --data`, { cause });
}
