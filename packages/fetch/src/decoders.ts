import { type Duplex, Readable } from 'node:stream';
import * as zlib from 'node:zlib';

/** Undoes one content encoding; fails with a `Z_…` code where the bytes are not what they should be. */
export type Decode = (input: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

/** Compression method 8 in the low half of zlib's first byte (RFC 1950 §2.2). */
const ZLIB_METHOD = 8;

/** From Node 22.15 on. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Duplex };

const gunzip = by(zlib.createGunzip);

/** By the name of the content encoding. */
export const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', by(zlib.createBrotliDecompress)],
  ...(createZstdDecompress === undefined ? [] : [['zstd', by(createZstdDecompress)] as const]),
]);

/** What we can decode, as Accept-Encoding says it. */
export const ACCEPT_ENCODING = [...DECODERS.keys()].filter((name) => !name.startsWith('x-')).join(', ');

function by(create: () => Duplex): Decode {
  return (input) => {
    const decoder = create();
    const source = Readable.from(input);
    source.on('error', (error) => decoder.destroy(error));
    return source.pipe(decoder);
  };
}

/**
 * `deflate` in both ways it is sent: in the zlib format, as it should be, and bare, as some servers send it
 * (RFC 9110 §8.4.1.2, note). The first byte tells them apart.
 */
async function* inflate(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const pieces = input[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) return;
  const zlibFormat = ((first.value[0] ?? 0) & 0x0f) === ZLIB_METHOD;
  const decode = by(zlibFormat ? zlib.createInflate : zlib.createInflateRaw);
  yield* decode(rejoined(first.value, pieces));
}

async function* rejoined(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}
