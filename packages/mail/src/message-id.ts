import { createHash } from 'node:crypto';

/** The same for one edition and recipient for ever, so that a mail that does come twice can be seen to be one (RFC 5322 §3.6.4). */
export function messageId(edition: string, recipient: string): string {
  const hash = createHash('sha256').update(`${edition}\0${recipient}`).digest('hex').slice(0, 24);
  return `${edition.replaceAll(/[^A-Za-z0-9-]+/g, '.')}.${hash}@aftermath`;
}
