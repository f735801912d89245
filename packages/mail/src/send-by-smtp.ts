import { Readable } from 'node:stream';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { DeliveryOutcome } from './digest-message.ts';

/** A server's answer is kept this far: enough for its code, its words and its link. */
const RESPONSE_CHARS_MAX = 500;

/** How long a server may take, in milliseconds. */
export interface SmtpTimes {
  /** To be found, to take the connection, and to greet. */
  readonly connectMs: number;
  /** Between two signs of life. */
  readonly silenceMs: number;
  readonly totalMs: number;
}

/** All of it together is shorter than the lease of a delivery's task. */
export const SMTP_TIMES: SmtpTimes = { connectMs: 20_000, silenceMs: 60_000, totalMs: 120_000 };

/**
 * Hands one mail to the server at `url`. What the outcome is turns on one question: was the whole message
 * handed over? Before that the server can't have taken it, and trying again is safe; after it, with no answer
 * heard, nobody can know (RFC 1047).
 */
export async function sendBySmtp(
  url: string,
  mail: SendMailOptions,
  times: SmtpTimes,
): Promise<DeliveryOutcome> {
  const { envelope, message } = await nodemailer
    .createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
    .sendMail(mail);
  let handedOver = false;
  // Read only once the server has said "go on" to DATA; at its end comes the final dot.
  const body = Readable.from(
    inPieces(message as Buffer, () => {
      handedOver = true;
    }),
  );
  const connection = new SMTPConnection(connectionOptions(new URL(url), times));
  try {
    const response = await withDeadline(
      deliver(connection, new URL(url), { from: envelope.from || false, to: envelope.to }, body),
      times.totalMs,
    );
    return { state: 'accepted', response: clip(response) };
  } catch (error) {
    return outcomeOf(error as SmtpError, handedOver);
  } finally {
    connection.close();
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

function outcomeOf(error: SmtpError, handedOver: boolean): DeliveryOutcome {
  if (error.responseCode !== undefined && error.responseCode >= 400) {
    const response = clip(error.response ?? error.message);
    return {
      state: 'rejected',
      permanent: error.responseCode >= 500,
      mailboxGone: isMailboxGone(error, response),
      code: `smtp-${error.responseCode}`,
      response,
    };
  }
  if (handedOver)
    return { state: 'unknown', reason: `the mail was handed over and no answer was heard: ${error.message}` };
  const code = `smtp-${(error.code ?? 'failed').toLowerCase()}`;
  // A wrong password is wrong again; a server that is away may come back.
  return {
    state: 'rejected',
    permanent: error.code === 'EAUTH',
    mailboxGone: false,
    code,
    response: clip(error.message),
  };
}

/**
 * Whether a refusal is about the mailbox and will not pass: by its enhanced status (RFC 3463: 5.1.x address, 5.2.1
 * disabled), else by the command. A refusal of policy (5.7.x), such as a blocked sender, is nobody's address.
 */
function isMailboxGone({ command, responseCode = 0 }: SmtpError, response: string): boolean {
  if (responseCode < 500) return false;
  const [, status] = /^5\d\d[ -](5\.\d{1,3}\.\d{1,3})/.exec(response) ?? [];
  if (status !== undefined) return status.startsWith('5.1.') || status === '5.2.1';
  return command === 'RCPT TO';
}

function clip(response: string): string {
  return response.slice(0, RESPONSE_CHARS_MAX);
}

/**
 * A password goes over TLS or not at all, since whoever sits between could hide that the server offers it.
 * What doesn't leave the machine needs no proof of who answers: local servers sign their own certificates.
 */
function connectionOptions(
  url: URL,
  { connectMs, silenceMs }: Pick<SmtpTimes, 'connectMs' | 'silenceMs'>,
): SMTPConnection.Options {
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  const local = host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !local && url.username !== '',
    ...(local && !secure ? { tls: { rejectUnauthorized: false } } : {}),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    dnsTimeout: connectMs,
  };
}

async function deliver(
  connection: SMTPConnection,
  url: URL,
  envelope: SMTPConnection.Envelope,
  body: Readable,
): Promise<string> {
  const { promise: broken, reject } = deferred();
  connection.on('error', reject);
  connection.on('end', () => reject(new Error('the server closed the connection')));
  const step = <T>(
    work: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T | undefined> =>
    Promise.race([
      broken,
      new Promise<T | undefined>((resolve, fail) =>
        work((error, value) => (error ? fail(error) : resolve(value))),
      ),
    ]);
  await step((done) => connection.connect((error) => done(error)));
  if (url.username !== '') {
    const credentials = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
    await step((done) => connection.login({ credentials }, (error) => done(error)));
  }
  const sent = await step<SMTPConnection.SentMessageInfo>((done) => connection.send(envelope, body, done));
  connection.quit();
  return sent?.response ?? '';
}

/** The message in pieces; `onEnd` is called when the last has been taken. */
async function* inPieces(message: Buffer, onEnd: () => void): AsyncGenerator<Buffer> {
  const size = 16_384;
  for (let start = 0; start < message.length; start += size) {
    if (start + size >= message.length) onEnd();
    yield message.subarray(start, start + size);
  }
}

function deferred(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  promise.catch(() => undefined);
  return { promise, reject: (error) => reject(error) };
}

async function withDeadline<T>(work: Promise<T>, totalMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the server took longer than ${totalMs / 1_000} s`)), totalMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
