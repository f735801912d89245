import type { LookupAddress } from 'node:dns';
import { NeverFailure } from '@aftermath/core';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import type { AllowList } from './allow-list.ts';
import { createDeadline, until } from './deadline.ts';
import { isPublicAddress } from './public-address.ts';
import { createResolve, type Resolve, resolveBySystem } from './resolve-name.ts';

/** Addresses of one name that are tried, one after the other. */
const ADDRESSES_TRIED_MAX = 3;

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

type Socket = NonNullable<Parameters<buildConnector.Callback>[1]>;

/**
 * Connects to names whose every address is public. The name is resolved once, the addresses that were checked
 * are those that are dialled, and the socket is asked where it ended up: a name that changes its answer between
 * two looks gains nothing.
 *
 * @param resolve for tests: instead of the name servers and the system
 * @param connectMs for the name, and for each address
 */
export function guardedConnector(
  allow: AllowList,
  resolve: Resolve | undefined,
  connectMs: number,
): buildConnector.connector {
  const dial = buildConnector({ timeout: connectMs, keepAlive: true });
  const resolvePublic = resolve ?? createResolve();
  const resolveAllowed = resolve ?? resolveBySystem;

  const connect = async (options: buildConnector.Options): Promise<Socket> => {
    const name = options.hostname.replaceAll(/^\[|\]$/g, '');
    const literal = ipaddr.isValid(name);
    const trusted = allow.host(options.hostname, options.port || DEFAULT_PORTS[options.protocol] || '');
    const check = (address: string) => {
      if (!trusted && !isPublicAddress(address) && !allow.address(address)) throw blocked(name, address);
    };
    const found = literal
      ? [{ address: name, family: 0 }]
      : await within(connectMs, (trusted ? resolveAllowed : resolvePublic)(name));
    for (const { address } of found) check(address);
    // For a name, the certificate is its own, not the address's.
    const identity = literal ? {} : { servername: name.replace(/\.$/, '') };
    const socket = await firstToAnswer(tried(found), (address) =>
      dialled(dial, { ...options, hostname: address, ...identity }),
    );
    try {
      const address = socket.remoteAddress ?? 'nowhere';
      check(address);
      if (allow.address(address)) allow.saw(options.hostname);
    } catch (error) {
      socket.destroy();
      throw error;
    }
    return socket;
  };

  return (options, done) => {
    connect(options).then(
      (socket) => done(null, socket),
      (error: Error) => done(error, null),
    );
  };
}

/** One of each family first: a machine without IPv6, or with nothing else, gets through. */
function tried(found: readonly LookupAddress[]): readonly LookupAddress[] {
  const four = found.filter(({ family }) => family !== 6);
  const six = found.filter(({ family }) => family === 6);
  return [...four.slice(0, 1), ...six.slice(0, 1), ...four.slice(1), ...six.slice(1)].slice(
    0,
    ADDRESSES_TRIED_MAX,
  );
}

async function firstToAnswer(
  addresses: readonly LookupAddress[],
  dial: (address: string) => Promise<Socket>,
): Promise<Socket> {
  let failed: unknown = new Error('it has no address');
  for (const { address } of addresses) {
    try {
      return await dial(address);
    } catch (error) {
      failed = error;
    }
  }
  throw failed;
}

function dialled(dial: buildConnector.connector, options: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    dial(options, (error, socket) => (error === null ? resolve(socket) : reject(error)));
  });
}

/** A name server, or the system, may take for ever. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  const deadline = createDeadline(ms);
  try {
    return await until(answer, deadline.signal);
  } catch (error) {
    if (!deadline.signal.aborted) throw error;
    throw Object.assign(new Error('the name servers say nothing'), { code: 'ETIMEOUT' });
  } finally {
    deadline.clear();
  }
}

function blocked(hostname: string, address: string): NeverFailure {
  return new NeverFailure(
    'address-blocked',
    `${hostname} leads to ${address}, which is not a public address; an operator can allow it with AFTERMATH_ALLOW_PRIVATE`,
  );
}
