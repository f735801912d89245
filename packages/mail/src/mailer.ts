import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import { composeMail } from './compose-mail.ts';
import { sendBySmtp } from './send-by-smtp.ts';

export interface MailerOptions {
  /** `smtp://user:password@host:port`, `smtps://` for TLS from the first byte; null: the outbox folder. */
  readonly smtp: string | null;
  readonly outboxDir: string;
  readonly from: string;
}

export interface DigestMessage {
  /** Stable for one edition and recipient, see `messageId`. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The watch's id: mail programs sort and thread by it. */
  readonly listId: string;
  readonly date: Date;
}

/** What became of a mail. `unknown`: all of it was handed over, and the answer was never heard (RFC 1047). */
export type DeliveryOutcome =
  | { readonly state: 'accepted'; readonly response: string }
  | {
      readonly state: 'rejected';
      readonly permanent: boolean;
      readonly code: string;
      readonly response: string;
    }
  | { readonly state: 'unknown'; readonly reason: string };

export interface Mailer {
  /** True when sending the same message again changes nothing: a file in the outbox. */
  readonly repeatable: boolean;
  /** Never throws for what a server does: that is the outcome. */
  send(message: DigestMessage): Promise<DeliveryOutcome>;
}

/** Sends digests by SMTP, or writes them to the outbox folder when no server is configured. */
export function createMailer(options: MailerOptions): Mailer {
  if (options.smtp === null) return { repeatable: true, send: (message) => writeToOutbox(options, message) };
  const { smtp } = options;
  return { repeatable: false, send: (message) => sendBySmtp(smtp, composeMail(options.from, message)) };
}

async function writeToOutbox(
  { outboxDir, from }: MailerOptions,
  message: DigestMessage,
): Promise<DeliveryOutcome> {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message: bytes } = await composer.sendMail(composeMail(from, message));
  const file = path.join(outboxDir, `${message.messageId.replaceAll(/[^A-Za-z0-9.@-]+/g, '_')}.eml`);
  await mkdir(outboxDir, { recursive: true });
  // A reader of the folder never sees half a mail.
  await writeFile(`${file}.part`, bytes as Buffer);
  await rename(`${file}.part`, file);
  return { state: 'accepted', response: `written to ${file}` };
}
