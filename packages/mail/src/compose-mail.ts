import { createHash } from 'node:crypto';
import type { SendMailOptions } from 'nodemailer';
import type { DigestMessage } from './digest-message.ts';

/** What nodemailer takes and its types leave out. */
interface ComposedMail extends SendMailOptions {
  readonly baseBoundary: string;
}

/**
 * A digest as nodemailer takes it: every header ours, nothing fetched, nothing read from files, the same
 * bytes for the same message.
 */
export function composeMail(from: string, message: DigestMessage): ComposedMail {
  const { listUnsubscribe, threadId } = message;
  return {
    from: { name: 'Aftermath', address: headerText(from) },
    to: { name: '', address: headerText(message.to) },
    subject: headerText(message.subject),
    messageId: `<${message.messageId}>`,
    ...(threadId === undefined ? {} : { inReplyTo: `<${threadId}>`, references: `<${threadId}>` }),
    date: message.date,
    list: {
      id: { url: `${message.listId.replaceAll(/[^A-Za-z0-9-]+/g, '-')}.aftermath`, comment: '' },
      ...(listUnsubscribe === undefined ? {} : { unsubscribe: webAddress(listUnsubscribe) }),
    },
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(listUnsubscribe === undefined ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    html: message.html,
    text: message.text,
    textEncoding: 'quoted-printable',
    baseBoundary: boundaryOf(message),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Of the whole content, so that no part of it can hold the boundary. */
function boundaryOf({ messageId, html, text }: DigestMessage): string {
  return createHash('sha256').update([messageId, html, text].join('\0')).digest('hex').slice(0, 32);
}

/** One-click needs https (RFC 8058); a URL's own writing has no character that could end a header. */
function webAddress(address: string): string {
  if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
    throw new RangeError(`the address to unsubscribe must begin with https://: ${JSON.stringify(address)}`);
  return new URL(address).href;
}

/** A header is one line: what would begin another is a space. */
function headerText(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
