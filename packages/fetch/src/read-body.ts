import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NeverFailure } from '@aftermath/core';
import type { FetchLimits } from './limits.ts';

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & { destroy(): void }>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Encodings one inside the other at most: servers use one, bombs many. */
const ENCODINGS_MAX = 2;

/**
 * Reads a body whole, decoding it, and stops at the caps: bytes are counted as they come and again after
 * decoding.
 *
 * @throws NeverFailure too-large, bad-encoding
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
    const create = DECODERS[name];
    if (create === undefined)
      throw new NeverFailure('bad-encoding', `${url}: unknown content encoding ${name.slice(0, 40)}`);
    return create();
  });
  try {
    return await collect(
      decoders.reduce<AsyncIterable<Buffer>>(
        (input, decoder) => through(input, decoder),
        counted(body, wireBytesMax, url),
      ),
      bodyBytesMax,
      url,
    );
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code?.startsWith('Z_') ||
      (error as NodeJS.ErrnoException).code?.startsWith('ERR_')
    )
      throw new NeverFailure(
        'bad-encoding',
        `${url}: the body is not what its encoding says: ${(error as Error).message}`,
      );
    throw error;
  } finally {
    body.destroy();
    for (const decoder of decoders) decoder.destroy();
  }
}

function through(input: AsyncIterable<Buffer>, decoder: NodeJS.ReadWriteStream): AsyncIterable<Buffer> {
  const source = Readable.from(input);
  source.on('error', (error) => (decoder as unknown as Readable).destroy(error));
  return source.pipe(decoder) as unknown as AsyncIterable<Buffer>;
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
