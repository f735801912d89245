import ipaddr from 'ipaddr.js';

/** Says whether an operator allows a host (by name or name:port) or an address (by CIDR range) that is not public. */
export interface AllowList {
  host(hostname: string, port: string): boolean;
  address(address: string): boolean;
}

/** @param entries `intranet.example`, `127.0.0.1:4718`, `10.1.0.0/16` */
export function createAllowList(entries: readonly string[]): AllowList {
  const ranges = entries.filter((entry) => entry.includes('/')).map((entry) => ipaddr.parseCIDR(entry));
  const hosts = new Set(entries.filter((entry) => !entry.includes('/')).map((entry) => entry.toLowerCase()));
  return {
    host: (hostname, port) => hosts.has(hostname) || hosts.has(`${hostname}:${port}`),
    address: (address) => {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      return ranges.some(
        ([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits),
      );
    },
  };
}
