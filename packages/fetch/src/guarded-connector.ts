import { promises as dns, type LookupAddress } from 'node:dns';
import { NeverFailure } from '@aftermath/core';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import type { AllowList } from './allow-list.ts';
import { isPublicAddress } from './public-address.ts';

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (hostname) => dns.lookup(hostname, { all: true, verbatim: true });

/**
 * Connects to names whose every address is public. The name is resolved once, the address that was checked is
 * the one that is dialled, and the socket is asked where it ended up: a name that changes its answer between
 * two looks gains nothing.
 */
export function guardedConnector(
  allow: AllowList,
  resolve: Resolve,
  connectMs: number,
): buildConnector.connector {
  const dial = buildConnector({ timeout: connectMs, keepAlive: true });
  return (options, done) => {
    void place(options, allow, resolve).then(
      ({ address, trusted }) => {
        const servername = ipaddr.isValid(bare(options.hostname)) ? undefined : options.hostname;
        const target = { ...options, hostname: address, ...(servername === undefined ? {} : { servername }) };
        dial(target, (error, socket) => {
          if (error !== null || socket === null) return done(error ?? new Error('no socket'), null);
          const remote = socket.remoteAddress ?? '';
          if (trusted || isPublicAddress(remote)) return done(null, socket);
          socket.destroy();
          done(blocked(options.hostname, remote), null);
        });
      },
      (error: Error) => done(error, null),
    );
  };
}

async function place(
  { hostname, port, protocol }: buildConnector.Options,
  allow: AllowList,
  resolve: Resolve,
): Promise<{ address: string; trusted: boolean }> {
  const name = bare(hostname);
  const found = ipaddr.isValid(name) ? [{ address: name }] : await resolve(name);
  const [first] = found;
  if (first === undefined) throw new Error(`${name} has no address`);
  if (allow.host(hostname, port || (protocol === 'https:' ? '443' : '80')))
    return { address: first.address, trusted: true };
  for (const { address } of found) {
    if (!isPublicAddress(address) && !allow.address(address)) throw blocked(name, address);
  }
  return { address: first.address, trusted: allow.address(first.address) };
}

function bare(hostname: string): string {
  return hostname.replaceAll(/^\[|\]$/g, '');
}

function blocked(hostname: string, address: string): NeverFailure {
  return new NeverFailure(
    'address-blocked',
    `${hostname} leads to ${address}, which is not a public address`,
  );
}
