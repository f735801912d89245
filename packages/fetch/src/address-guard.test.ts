import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Failure } from '@aftermath/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from './create-fetcher.ts';
import { isPublicAddress } from './public-address.ts';

/** Ways to write an address that is not public; PORT is the canary's. */
const TRICKS = [
  'http://127.0.0.1:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://00.0.0.0:PORT/',
  'http://127.000.000.001:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://127。0。0。1:PORT/',
  'http://127.0.0.1%00.example.org:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[fd00:ec2::254]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fec0::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://[100::1]:PORT/',
  'http://[2001:db8::1]:PORT/',
  'http://10.0.0.1:PORT/',
  'http://10.255.255.255:PORT/',
  'http://172.16.0.1:PORT/',
  'http://172.31.255.254:PORT/',
  'http://192.168.0.1:PORT/',
  'http://192.168.255.255:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://100.64.0.1:PORT/',
  'http://100.127.255.255:PORT/',
  'http://192.0.0.192:PORT/',
  'http://192.0.2.1:PORT/',
  'http://198.18.0.1:PORT/',
  'http://198.19.255.255:PORT/',
  'http://198.51.100.1:PORT/',
  'http://203.0.113.1:PORT/',
  'http://224.0.0.1:PORT/',
  'http://240.0.0.1:PORT/',
  'http://255.255.255.255:PORT/',
  'http://168.63.129.16/',
  'http://192.88.99.1:PORT/',
  'http://user:pass@127.0.0.1:PORT/',
  'http://example.org@127.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:127.0.0.1:PORT/',
  'file:///etc/passwd',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/',
  'data:text/html,x',
  'javascript:alert(1)',
  'about:blank',
  '//127.0.0.1:PORT/',
  'http://',
  'http://inward.test:PORT/',
  'http://mixed.test:PORT/',
  'http://public.test:22/',
  'http://public.test:6379/',
];

/** Names of the tests' own: one leads to loopback, one to both kinds of address. */
const resolve = async (hostname: string) => {
  if (hostname === 'inward.test') return [{ address: '127.0.0.1', family: 4 }];
  if (hostname === 'mixed.test')
    return [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
  if (hostname.startsWith('localhost')) return [{ address: '127.0.0.1', family: 4 }];
  return [{ address: '93.184.216.34', family: 4 }];
};

describe('addresses that are not public', () => {
  let canary: Server;
  let port: number;
  let reached = 0;

  beforeAll(async () => {
    canary = createServer((_request, response) => {
      reached += 1;
      response.end('reached');
    });
    await new Promise<void>((done) => canary.listen(0, '127.0.0.1', done));
    port = (canary.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((done) => canary.close(done)));

  const fail = async (
    address: string,
    fetcher = createFetcher({ userAgent: 'test', resolve }),
  ): Promise<Failure> => {
    const failure = await fetcher.fetch(address).then(
      () => Promise.reject(new Error(`${address} was fetched`)),
      (error: Failure) => error,
    );
    await fetcher.close();
    return failure;
  };

  it.each(TRICKS)('are not fetched: %s', async (trick) => {
    expect(await fail(trick.replaceAll('PORT', String(port)))).toMatchObject({ kind: 'never' });
    expect(reached).toBe(0);
  });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://[::1]:PORT/',
    'http://2130706433:PORT/',
    'file:///etc/passwd',
    '//0x7f.1:PORT/',
    'http://inward.test:PORT/',
  ])('are not reached by a redirect: %s', async (target) => {
    const location = target.replaceAll('PORT', String(port));
    const front = createServer((_request, response) => response.writeHead(302, { location }).end());
    await new Promise<void>((done) => front.listen(0, '127.0.0.1', done));
    const host = `127.0.0.1:${(front.address() as AddressInfo).port}`;
    const fetcher = createFetcher({ userAgent: 'test', resolve, allowPrivate: [host] });
    expect(await fail(`http://${host}/`, fetcher)).toMatchObject({ kind: 'never' });
    expect(reached).toBe(0);
    await new Promise((done) => front.close(done));
  });

  it.each([
    ['a host and port', () => `127.0.0.1:${port}`],
    ['a range', () => '127.0.0.0/8'],
  ])('are fetched when the operator allows them, by %s', async (_what, entry) => {
    const fetcher = createFetcher({ userAgent: 'test', allowPrivate: [entry()] });
    const { body } = await fetcher.fetch(`http://127.0.0.1:${port}/`);
    expect(Buffer.from(body).toString()).toBe('reached');
    await fetcher.close();
    reached = 0;
  });

  it('are not reached by a name that changes its answer between two looks', async () => {
    // The name leads to an address the operator allows, then to the canary's.
    const allowed = createServer((_request, response) => response.end('allowed'));
    await new Promise<void>((done) => allowed.listen(port, '127.0.0.2', done));
    let asked = 0;
    const fetcher = createFetcher({
      userAgent: 'test',
      allowPrivate: ['127.0.0.2/32'],
      resolve: async () => {
        asked += 1;
        return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
      },
    });
    const { body } = await fetcher.fetch(`http://flips.test:${port}/`);
    expect([Buffer.from(body).toString(), asked]).toEqual(['allowed', 1]);
    allowed.closeAllConnections();
    await new Promise((done) => allowed.close(done));
    // The next connection asks again; that of the first look is cut.
    expect(await fail(`http://flips.test:${port}/`, fetcher)).toMatchObject({ code: 'address-blocked' });
    expect(reached).toBe(0);
  });

  it('are told from public ones one by one', () => {
    const addresses = ['8.8.8.8', '93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'];
    expect(addresses.map(isPublicAddress)).toEqual([true, true, true]);
    const others = [
      '::ffff:8.8.8.8',
      '64:ff9b::808:808',
      '2002:808:808::1',
      '::1',
      '4000::1',
      '1::1',
      'nonsense',
    ];
    expect(others.filter(isPublicAddress)).toEqual([]);
  });
});
