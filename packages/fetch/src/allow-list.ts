import ipaddr from 'ipaddr.js';

/** Says whether an operator allows a host (by name or name:port) or an address (by CIDR range) that is not public. */
export interface AllowList {
  host(hostname: string, port: string): boolean;
  address(address: string): boolean;
  /** True for a host that is the operator's own, by its name or by an address seen: nobody has to be polite to it. */
  own(hostname: string, port: string): boolean;
  /** Notes that a name led to an address of an allowed range. */
  saw(hostname: string): void;
}

/** Names remembered that lead into the operator's ranges. */
const NAMES_MAX = 10_000;

/** @param entries `intranet.example`, `127.0.0.1:4718`, `10.1.0.0/16` */
export function createAllowList(entries: readonly string[]): AllowList {
  const ranges = entries.filter((entry) => entry.includes('/')).map((entry) => ipaddr.parseCIDR(entry));
  const hosts = new Set(entries.filter((entry) => !entry.includes('/')).map((entry) => entry.toLowerCase()));
  const names = new Set<string>();
  const host = (hostname: string, port: string) => hosts.has(hostname) || hosts.has(`${hostname}:${port}`);
  const address = (literal: string) => {
    if (!ipaddr.isValid(literal)) return false;
    const parsed = ipaddr.process(literal);
    return ranges.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
  };
  return {
    host,
    address,
    own: (hostname, port) => host(hostname, port) || names.has(hostname) || address(bare(hostname)),
    saw: (hostname) => {
      if (names.size < NAMES_MAX) names.add(hostname);
    },
  };
}

/** Without the brackets of an IPv6 literal. */
function bare(hostname: string): string {
  return hostname.replaceAll(/^\[|\]$/g, '');
}
