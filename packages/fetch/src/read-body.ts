import type { Readable } from 'node:stream';
import { NeverFailure, RetryFailure } from '@aftermath/core';
import { DECODERS } from './decoders.ts';
import type { FetchLimits } from './limits.ts';

/** Encodings one inside the other at most: servers use one, bombs many. */
const ENCODINGS_MAX = 2;

/**
 * Reads a body whole, decoding it, and stops at the caps: bytes are counted as they come and again after
 * decoding.
 *
 * @throws NeverFailure too-large, bad-encoding; RetryFailure body-cut
 */
export async function readBody(
  body: Readable,
  contentEncoding: string,
  url: string,
  { wireBytesMax, bodyBytesMax }: FetchLimits,
): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > ENCODINGS_MAX)
    throw new NeverFailure('bad-encoding', `${url}: ${encodings.length} encodings one inside the other`);
  const decoders = encodings.reverse().map((name) => {
    const decode = DECODERS.get(name);
    if (decode === undefined)
      throw new NeverFailure('bad-encoding', `${url}: unknown content encoding ${name.slice(0, 40)}`);
    return decode;
  });
  try {
    return await collect(
      decoders.reduce<AsyncIterable<Buffer>>(
        (input, decode) => decode(input),
        counted(body, wireBytesMax, url),
      ),
      bodyBytesMax,
      url,
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // The decoder waits for more than there was: a part was lost on the way.
    if (code === 'Z_BUF_ERROR') throw new RetryFailure('body-cut', `${url}: the body ends in the middle`);
    if (/^(Z_|ZSTD_|ERR_)/.test(code))
      throw new NeverFailure(
        'bad-encoding',
        `${url}: the body is not what its encoding says: ${(error as Error).message}`,
      );
    throw error;
  } finally {
    body.destroy();
  }
}

async function* counted(input: AsyncIterable<Buffer>, bytesMax: number, url: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of input) {
    bytes += piece.length;
    if (bytes > bytesMax) throw tooLarge(url, bytesMax);
    yield piece;
  }
}

async function collect(input: AsyncIterable<Buffer>, bytesMax: number, url: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of counted(input, bytesMax, url)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function tooLarge(url: string, bytesMax: number): NeverFailure {
  return new NeverFailure('too-large', `${url} is larger than ${Math.round(bytesMax / 1024 / 1024)} MiB`);
}
