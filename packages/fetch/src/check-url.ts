import { NeverFailure } from '@aftermath/core';
import ipaddr from 'ipaddr.js';
import type { AllowList } from './allow-list.ts';
import { isPublicAddress } from './public-address.ts';

/** Ports of services that a request could be made to speak to (WHATWG Fetch, "bad ports", those still in use). */
const BAD_PORTS = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200,
  10080, 11211, 27017,
]);

const CHARS_MAX = 8_000;

/**
 * An address we may try to fetch. Hosts that are IP literals, in whatever way they are written, are judged
 * here; names are judged when they are resolved, on the connection itself.
 *
 * @throws NeverFailure for everything else
 */
export function checkUrl(address: string, allow: AllowList): URL {
  const refuse = (code: string, why: string): never => {
    throw new NeverFailure(code, `${withoutSecrets(address).slice(0, 200)} is not fetched: ${why}`);
  };
  if (address.length > CHARS_MAX) return refuse('url-invalid', `it is longer than ${CHARS_MAX} characters`);
  if (!URL.canParse(address)) return refuse('url-invalid', 'it is no address');
  const url = new URL(address);
  url.hash = '';
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('url-scheme', 'only http and https are');
  if (url.username !== '' || url.password !== '')
    return refuse('url-credentials', 'it has a user name or password in it');
  const port = portOf(url);
  if (allow.host(url.hostname, port)) return url;
  if (BAD_PORTS.has(Number(port))) return refuse('url-port', `port ${port} is not the web's`);
  const literal = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublicAddress(literal) && !allow.address(literal))
    return refuse(
      'address-blocked',
      `${literal} is not a public address; an operator can allow it with AFTERMATH_ALLOW_PRIVATE`,
    );
  return url;
}

/** What stands before an @ may be a password: it is shown nowhere. */
function withoutSecrets(address: string): string {
  return address.replace(/^([^/?#]*[/\\]*)[^/?#]*@/, '$1');
}

/** The port in use, also where it is the scheme's own. */
export function portOf(url: URL): string {
  return url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
}
