import { promises as dns, type LookupAddress } from 'node:dns';

/** Every address of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** For names the operator vouches for: by /etc/hosts and whatever else the system asks. */
export const resolveBySystem: Resolve = (hostname) => dns.lookup(hostname, { all: true });

/** One try and one more; a name server that says nothing is given up after about 6 s. */
const DNS_TRY = { timeout: 2_000, tries: 2 };
/** The name server knows nothing of it, or there is none: perhaps the system knows more. */
const ASK_SYSTEM = /^(ENOTFOUND|ENODATA|ECONNREFUSED|EREFUSED|ENOTIMP|EBADNAME)$/;

/**
 * Resolves by asking the name servers ourselves. The system's way (`dns.lookup`) takes one of Node's four
 * threads for as long as the slowest name server takes to answer: four such names, and no other name is
 * resolved, no file read, nothing decompressed.
 *
 * @param servers for tests: instead of the system's name servers
 */
export function createResolve(servers?: readonly string[], system: Resolve = resolveBySystem): Resolve {
  const resolver = new dns.Resolver(DNS_TRY);
  if (servers !== undefined) resolver.setServers(servers);
  return async (hostname) => {
    // A name of one label is the machine's or the network's own.
    if (!hostname.replace(/\.$/, '').includes('.')) return system(hostname);
    const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = [...addresses(four, 4), ...addresses(six, 6)];
    if (found.length > 0) return found;
    const errors = [four, six].flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    const final = errors.find((error: NodeJS.ErrnoException) => !ASK_SYSTEM.test(error.code ?? ''));
    if (final !== undefined) throw final;
    return system(hostname);
  };
}

function addresses(answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] {
  return answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
}
