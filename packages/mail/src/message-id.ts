import { createHash } from 'node:crypto';

/**
 * The same for one edition and recipient for ever, so that a mail that does come twice can be seen to be one
 * (RFC 5322 §3.6.4). The moment the edition was built is part of it: mail programs hide a second mail of the
 * same id, and a watch that was removed and added again has other news under the same date.
 *
 * @param edition watch and date
 * @param builtAt ISO 8601
 */
export function messageId(edition: string, builtAt: string, recipient: string): string {
  const hash = createHash('sha256').update([edition, builtAt, recipient].join('\0')).digest('hex');
  return `${edition.replaceAll(/[^A-Za-z0-9-]+/g, '.')}.${hash.slice(0, 24)}@aftermath`;
}

/** What all editions of a watch refer to, so that mail programs put them into one thread for each recipient. */
export function threadId(watchId: string, recipient: string): string {
  return messageId(watchId, 'thread', recipient);
}
