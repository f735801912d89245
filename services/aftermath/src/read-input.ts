import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { NeverFailure } from '@aftermath/core';

const UNPACKED_BYTES_MAX = 200 * 1024 * 1024;

/**
 * The bytes of a file, or of the standard input for `-`; a gzip file is unpacked.
 *
 * @throws NeverFailure `unreadable-file`
 */
export async function readInput(file: string): Promise<Uint8Array> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch(cannotRead(file));
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return gzipped ? unpacked(bytes, file) : bytes;
}

function unpacked(bytes: Uint8Array, file: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX });
  } catch (error) {
    return cannotRead(file)(error as NodeJS.ErrnoException);
  }
}

function cannotRead(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new NeverFailure('unreadable-file', `cannot read ${file}: ${reason}`);
  };
}
