import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from './create-fetcher.ts';
import { createResolve } from './resolve-name.ts';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close();
});

const TYPE_A = 1;
const NO_SUCH_NAME = 3;

/** A name server that answers questions for A records: with these addresses, with "no such name", or not at all. */
async function nameServer(answer: readonly string[] | 'no such name' | 'nothing'): Promise<string> {
  const socket = createSocket('udp4');
  sockets.push(socket);
  socket.on('message', (query, from) => {
    if (answer === 'nothing') return;
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const type = question.readUInt16BE(question.length - 4);
    const found = answer === 'no such name' || type !== TYPE_A ? [] : answer;
    const header = Buffer.from(query.subarray(0, 12));
    header.writeUInt16BE(0x8180 | (answer === 'no such name' ? NO_SUCH_NAME : 0), 2);
    header.writeUInt16BE(found.length, 6);
    header.writeUInt32BE(0, 8);
    // A pointer to the question's name, type A, class IN, lifetime 0, four bytes.
    const records = found.map((address) =>
      Buffer.from([0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]),
    );
    socket.send(Buffer.concat([header, question, ...records]), from.port, from.address);
  });
  await new Promise<void>((done) => socket.bind(0, '127.0.0.1', done));
  return `127.0.0.1:${socket.address().port}`;
}

const bySystem = async (hostname: string) => [{ address: `system:${hostname}`, family: 4 }];

describe('resolving a name', () => {
  it('gives every address the name server knows', async () => {
    const resolve = createResolve([await nameServer(['192.0.2.1', '192.0.2.2'])], bySystem);
    expect(await resolve('news.example')).toEqual([
      { address: '192.0.2.1', family: 4 },
      { address: '192.0.2.2', family: 4 },
    ]);
  });

  it.each([
    ['a name the name server does not know', 'intranet.example'],
    ['a name of one label', 'localhost'],
    ['a name of one label and a dot', 'localhost.'],
  ])('asks the system for %s', async (_what, name) => {
    const resolve = createResolve([await nameServer('no such name')], bySystem);
    expect(await resolve(name)).toEqual([{ address: `system:${name}`, family: 4 }]);
  });

  it('does not leave a silent name server to the system, whose threads are few', async () => {
    const resolve = createResolve([await nameServer('nothing')], bySystem);
    await expect(resolve('news.example')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  });
});

describe('a fetch', () => {
  it('ends when its name is never resolved', async () => {
    const fetcher = createFetcher({
      userAgent: 'test',
      resolve: () => new Promise(() => {}),
      limits: { connectMs: 100 },
    });
    await expect(fetcher.fetch('http://hangs.test/')).rejects.toMatchObject({
      kind: 'retry',
      code: 'dns-failed',
    });
    await fetcher.close();
  });

  it('tries the next address of a name when one does not answer', async () => {
    const server = createServer((_request, response) => response.end('answered'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const fetcher = createFetcher({
      userAgent: 'test',
      allowPrivate: ['127.0.0.0/8'],
      resolve: async () => [
        { address: '127.0.0.3', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
    });
    const { body } = await fetcher.fetch(`http://two.test:${port}/`);
    expect(Buffer.from(body).toString()).toBe('answered');
    await fetcher.close();
    await new Promise((done) => server.close(done));
  });
});
