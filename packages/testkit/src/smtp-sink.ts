import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface SunkMessage {
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** An answer other than 250, such as `{ code: 451, message: 'try later' }`. */
export interface SmtpReply {
  readonly code: number;
  readonly message: string;
}

export interface SmtpSinkOptions {
  /** Refuses a recipient; null takes it. */
  readonly reject?: (recipient: string) => SmtpReply | null;
  /**
   * What becomes of a message after its last dot: `accept`, a refusal, no answer at all (`hang`), a connection cut
   * with the message thrown away (`drop`), or cut when it is already kept (`keep-and-drop`: the 250 is lost).
   */
  readonly onMessage?: (message: SunkMessage) => 'accept' | 'hang' | 'drop' | 'keep-and-drop' | SmtpReply;
}

export interface SmtpSink {
  readonly port: number;
  /** What was accepted, in order. */
  readonly messages: readonly SunkMessage[];
  close(): Promise<void>;
}

type OnData = NonNullable<SMTPServerOptions['onData']>;

/** A real SMTP server on loopback that keeps what it is sent, and fails as it is told. */
export async function startSmtpSink({ reject, onMessage }: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const messages: SunkMessage[] = [];
  const sockets = new Map<number, Socket>();
  const take = async (...[stream, session]: Parameters<OnData>): Promise<'answer' | 'hang' | 'drop'> => {
    const raw = await buffer(stream);
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
    };
    const message = { envelope, raw: raw.toString('utf8'), parsed: await simpleParser(raw) };
    const outcome = onMessage?.(message) ?? 'accept';
    if (typeof outcome === 'object') throw asError(outcome);
    if (outcome === 'accept' || outcome === 'keep-and-drop') messages.push(message);
    return outcome === 'accept' ? 'answer' : outcome === 'hang' ? 'hang' : 'drop';
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const reply = reject?.(address) ?? null;
      done(reply === null ? null : asError(reply));
    },
    onData(stream, session, done) {
      take(stream, session, done).then((next) => {
        if (next === 'answer') done();
        if (next === 'drop') sockets.get(session.remotePort)?.destroy();
      }, done);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, messages, close: () => new Promise((resolve) => server.close(resolve)) };
}

function asError({ code, message }: SmtpReply): Error {
  return Object.assign(new Error(message), { responseCode: code });
}
