import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import type { DeliveryOutcome } from './digest-message.ts';

/** File systems take 255 bytes; a Message-ID is ASCII. */
const NAME_CHARS_MAX = 200;

/** Writes a mail to the outbox folder as `<Message-ID>.eml`; one that is there stays as it is. */
export async function writeToOutbox(
  outboxDir: string,
  messageId: string,
  mail: SendMailOptions,
): Promise<DeliveryOutcome> {
  const name = messageId.replaceAll(/[^A-Za-z0-9.@-]+/g, '_').slice(-NAME_CHARS_MAX);
  const file = path.join(outboxDir, `${name}.eml`);
  const accepted = { state: 'accepted', response: `written to ${file}` } as const;
  // A reader of the folder never sees half a mail.
  const part = path.join(outboxDir, `.${randomUUID()}.part`);
  try {
    if (await exists(file)) return accepted;
    await mkdir(outboxDir, { recursive: true });
    await writeFile(part, await composed(mail), { flag: 'wx' });
    await rename(part, file);
    return accepted;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const { code = 'failed', message } = error as NodeJS.ErrnoException;
    const response = `cannot write to the outbox folder ${outboxDir}: ${message}`;
    return {
      state: 'rejected',
      permanent: false,
      mailboxGone: false,
      code: `outbox-${code.toLowerCase()}`,
      response,
    };
  }
}

async function composed(mail: SendMailOptions): Promise<Buffer> {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await composer.sendMail(mail);
  return message as Buffer;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
