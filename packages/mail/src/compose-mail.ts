import type { SendMailOptions } from 'nodemailer';
import type { DigestMessage } from './mailer.ts';

/** A digest as nodemailer takes it: every header ours, nothing fetched, nothing read from files. */
export function composeMail(from: string, message: DigestMessage): SendMailOptions {
  return {
    from: { name: 'Aftermath', address: headerText(from) },
    to: { name: '', address: headerText(message.to) },
    subject: headerText(message.subject),
    messageId: `<${message.messageId}>`,
    date: message.date,
    headers: {
      'List-Id': `${headerText(message.listId)} <${message.listId.replaceAll(/[^A-Za-z0-9.-]/g, '')}.aftermath>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    html: message.html,
    text: message.text,
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** A header is one line: what would begin another is a space. */
function headerText(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
