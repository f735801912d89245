import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainFailure, refuseFullDisk } from './start-error.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: it failed`), { code });

describe('why the server did not start', () => {
  it.each([
    { what: 'a write on a full disk', cause: failure('ENOSPC'), said: '', code: 'disk-full' },
    { what: "PostgreSQL's own code for a full disk", cause: failure('53100'), said: '', code: 'disk-full' },
    {
      what: 'a program that found the disk full',
      cause: new Error('initdb ended with 1'),
      said: 'initdb: error: could not write to file "x": No space left on device\n',
      code: 'disk-full',
    },
    { what: 'a folder of another user', cause: failure('EACCES'), said: '', code: 'not-writable' },
    { what: 'a read-only disk', cause: failure('EROFS'), said: '', code: 'not-writable' },
    {
      what: 'a program that was refused a folder',
      cause: new Error('initdb ended with 1'),
      said: 'initdb: error: could not access directory "x": Permission denied\n',
      code: 'not-writable',
    },
    {
      what: 'anything else the server said last',
      cause: new Error('pg_ctl ended with 1'),
      said: 'LOG: starting\nFATAL: could not map shared memory\nLOG: shut down\n',
      code: 'failed',
    },
  ])('is told in one line for $what', async ({ cause, said, code }) => {
    const explained = await explainFailure(cause, tmpdir(), said);
    expect(explained).toMatchObject({ code, cause, message: expect.stringContaining(tmpdir()) });
    expect(explained.message).not.toContain('\n');
    if (code === 'failed') expect(explained.message).toContain('could not map shared memory');
  });
});

describe('a disk', () => {
  it('with less room than is needed is refused before anything is written, also for a folder yet to be made', async () => {
    const folder = path.join(tmpdir(), 'aftermath-no-such-folder');
    await expect(refuseFullDisk(folder, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/is full .* MiB are needed.*--data/),
    });
    await expect(refuseFullDisk(folder, 1)).resolves.toBeUndefined();
  });
});
