import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { CommandError } from './command-error.ts';

const UNPACKED_BYTES_MAX = 200 * 1024 * 1024;

/** The bytes of a file, or of the standard input for `-`; a gzip file is unpacked. */
export async function readInput(file: string): Promise<Uint8Array> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch(cannotRead(file));
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return gzipped ? gunzipSync(bytes, { maxOutputLength: UNPACKED_BYTES_MAX }) : bytes;
}

function cannotRead(file: string) {
  return (error: NodeJS.ErrnoException): never => {
    const reason = error.code === 'ENOENT' ? 'there is no such file' : error.message;
    throw new CommandError(`cannot read ${file}: ${reason}`);
  };
}
