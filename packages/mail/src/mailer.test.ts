import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSmtpSink } from '@aftermath/testkit';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { composeMail } from './compose-mail.ts';
import type { DigestMessage } from './digest-message.ts';
import { createMailer } from './mailer.ts';
import { messageId, threadId } from './message-id.ts';
import { SMTP_TIMES } from './send-by-smtp.ts';

const message: DigestMessage = {
  messageId: messageId('my-watch:2026-03-10', '2026-03-10T12:00:00.000Z', 'analyst@example.org'),
  to: 'analyst@example.org',
  subject: 'Trén de Aragua: 3 stories',
  html: '<p>Señal “one”</p>',
  text: 'Señal “one”\n',
  listId: 'my-watch',
  date: new Date('2026-03-10T12:00:00Z'),
};

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const mailerTo = (port: number, times = SMTP_TIMES) =>
  createMailer({
    smtp: `smtp://127.0.0.1:${port}`,
    outboxDir: '/nowhere',
    from: 'aftermath@example.org',
    times,
  });
const IMPATIENT = { ...SMTP_TIMES, silenceMs: 300 };

/** A mail server that answers each command as scripted; 'hang' says nothing more, 'drop' closes. */
async function startScriptedServer(answers: Readonly<Record<string, string>>): Promise<number> {
  const server: Server = createServer((socket) => {
    let inData = false;
    const answer = (verb: string, usual: string) => {
      const reply = answers[verb] ?? usual;
      if (reply === 'drop') socket.destroy();
      else if (reply !== 'hang') socket.write(`${reply}\r\n`);
    };
    socket.on('error', () => undefined);
    answer('GREETING', '220 test ESMTP');
    socket.on('data', (data) => {
      const text = data.toString('latin1');
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        return answer('DOT', '250 taken');
      }
      const verb = text.slice(0, 4).toUpperCase();
      if (verb === 'DATA') inData = (answers.DATA ?? '354').startsWith('354');
      answer(verb, verb === 'DATA' ? '354 go on' : '250 ok');
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

describe('a mail', () => {
  it('arrives with these headers and both parts, in UTF-8', async () => {
    const sink = await startSmtpSink();
    cleanups.push(() => sink.close());
    expect(await mailerTo(sink.port).send(message)).toMatchObject({ state: 'accepted' });
    const [received] = sink.messages;
    expect(received?.envelope).toEqual({ from: 'aftermath@example.org', to: ['analyst@example.org'] });
    expect(received?.parsed).toMatchObject({
      subject: message.subject,
      text: message.text,
      messageId: `<${message.messageId}>`,
      date: message.date,
    });
    expect(received?.parsed.html).toContain('Señal “one”');
    const names = received?.parsed.headerLines.map(({ key }) => key).sort();
    expect(names).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'list-id',
      'message-id',
      'mime-version',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
  });

  it('can be unsubscribed from with one click, and only at a web address', async () => {
    const sink = await startSmtpSink();
    cleanups.push(() => sink.close());
    const url = 'https://aftermath.example/u/1?token=a\r\nBcc: victim@example.org';
    await mailerTo(sink.port).send({ ...message, listUnsubscribe: url });
    const unfolded = sink.messages[0]?.raw.replaceAll(/\r\n[ \t]+/g, ' ') ?? '';
    expect(unfolded).toContain(
      'List-Unsubscribe: <https://aftermath.example/u/1?token=aBcc:%20victim@example.org>\r\n',
    );
    expect(unfolded).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(sink.messages[0]?.parsed.headers.has('bcc')).toBe(false);
    expect(() => composeMail('a@example.org', { ...message, listUnsubscribe: 'javascript:x' })).toThrow(
      'must begin with https://',
    );
  });

  it('belongs to the thread of its watch, which is another for each recipient', async () => {
    const sink = await startSmtpSink();
    cleanups.push(() => sink.close());
    const thread = threadId('my-watch', message.to);
    await mailerTo(sink.port).send({ ...message, threadId: thread });
    expect(sink.messages[0]?.parsed).toMatchObject({ inReplyTo: `<${thread}>`, references: `<${thread}>` });
    expect(threadId('my-watch', 'other@example.org')).not.toBe(thread);
    expect(threadId('other-watch', message.to)).not.toBe(thread);
  });

  it('carries no header that a title tries to bring in', async () => {
    const sink = await startSmtpSink();
    cleanups.push(() => sink.close());
    const evil = 'News\r\nBcc: victim@example.org\r\n\r\n<b>body</b>';
    await mailerTo(sink.port).send({ ...message, subject: evil, listId: evil });
    const [received] = sink.messages;
    expect(received?.envelope.to).toEqual(['analyst@example.org']);
    expect(received?.parsed.headers.has('bcc')).toBe(false);
    expect(received?.raw).toContain('\r\nList-ID: <News-Bcc-victim-example-org-b-body-b-.aftermath>\r\n');
    expect(received?.parsed.subject).toBe('News Bcc: victim@example.org <b>body</b>');
  });

  it.each([
    [
      'a recipient refused for good',
      { RCPT: '550 no such user' },
      { state: 'rejected', permanent: true, mailboxGone: true, code: 'smtp-550' },
    ],
    [
      'a recipient refused by policy',
      { RCPT: '550 5.7.1 blocked' },
      { state: 'rejected', permanent: true, mailboxGone: false, code: 'smtp-550' },
    ],
    [
      'a mailbox unknown after the dot',
      { DOT: '550 5.1.1 unknown user' },
      { state: 'rejected', permanent: true, mailboxGone: true, code: 'smtp-550' },
    ],
    [
      'a recipient refused for now',
      { RCPT: '450 mailbox busy' },
      { state: 'rejected', permanent: false, code: 'smtp-450' },
    ],
    [
      'DATA refused for now',
      { DATA: '451 try later' },
      { state: 'rejected', permanent: false, code: 'smtp-451' },
    ],
    [
      'the message refused after the dot',
      { DOT: '554 spam' },
      { state: 'rejected', permanent: true, mailboxGone: false, code: 'smtp-554' },
    ],
    [
      'the message put off after the dot',
      { DOT: '421 closing' },
      { state: 'rejected', permanent: false, code: 'smtp-421' },
    ],
    ['a connection dropped at the greeting', { GREETING: 'drop' }, { state: 'rejected', permanent: false }],
    ['a connection dropped at DATA', { DATA: 'drop' }, { state: 'rejected', permanent: false }],
    ['a connection dropped after the dot', { DOT: 'drop' }, { state: 'unknown' }],
  ])('has the outcome that %s means', async (_what, answers, outcome) => {
    const port = await startScriptedServer(answers);
    expect(await mailerTo(port).send(message)).toMatchObject(outcome);
  });

  it.each([
    ['before it greets', { GREETING: 'hang' }, { state: 'rejected', permanent: false }],
    ['at the recipient', { RCPT: 'hang' }, { state: 'rejected', permanent: false }],
    ['at DATA', { DATA: 'hang' }, { state: 'rejected', permanent: false }],
    ['after the dot', { DOT: 'hang' }, { state: 'unknown' }],
  ])('of a server that falls silent %s has the outcome that is certain', async (_when, answers, outcome) => {
    const port = await startScriptedServer(answers);
    expect(await mailerTo(port, IMPATIENT).send(message)).toMatchObject(outcome);
  });

  it('may be tried again when the server stops taking it half-way, and ends no message there later', async () => {
    let tail = '';
    const stopped: Socket[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 test ESMTP\r\n');
      socket.on('data', (data) => {
        if (stopped.length > 0) tail = (tail + data.subarray(-5).toString('latin1')).slice(-5);
        else if (data.toString('latin1').startsWith('DATA')) stopped.push(socket.pause());
        socket.write(stopped.length > 0 ? '354 go on\r\n' : '250 ok\r\n');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanups.push(() => new Promise((resolve) => server.close(resolve)));
    // More than the kernel's buffers hold for a server that does not read.
    const large = { ...message, text: 'x'.repeat(16 * 1024 * 1024) };
    const outcome = await mailerTo((server.address() as AddressInfo).port, IMPATIENT).send(large);
    expect(outcome).toMatchObject({ state: 'rejected', permanent: false });
    const [socket] = stopped;
    if (socket === undefined) throw new Error('the server never came to DATA');
    const closed = once(socket, 'close');
    socket.resume();
    await closed;
    expect(tail).toMatch(/^[x=\r\n]+$/);
  });

  it('goes to a local server that signs its own certificate', async () => {
    const server = new SMTPServer({
      authOptional: true,
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done());
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    expect(await mailerTo(port).send(message)).toMatchObject({ state: 'accepted' });
  });

  it('is not accepted where no server answers, and may be tried again', async () => {
    const port = await startScriptedServer({});
    for (const cleanup of cleanups.splice(0)) await cleanup();
    expect(await mailerTo(port).send(message)).toMatchObject({ state: 'rejected', permanent: false });
  });

  describe('without a server', () => {
    const outbox = async () => {
      const outboxDir = await mkdtemp(path.join(tmpdir(), 'aftermath-outbox-'));
      cleanups.push(() => rm(outboxDir, { recursive: true }));
      return outboxDir;
    };
    const mailerInto = (outboxDir: string) =>
      createMailer({ smtp: null, outboxDir, from: 'aftermath@example.org' });

    it('goes to the outbox folder, where a file that is there stays as it is', async () => {
      const outboxDir = await outbox();
      const file = path.join(outboxDir, `${message.messageId}.eml`);
      const mailer = mailerInto(outboxDir);
      const outcome = { state: 'accepted', response: `written to ${file}` };
      expect(await mailer.send(message)).toEqual(outcome);
      expect(await readdir(outboxDir)).toEqual([path.basename(file)]);
      expect(await readFile(file, 'utf8')).toContain('To: analyst@example.org');
      await writeFile(file, 'read and marked');
      expect(await mailer.send(message)).toEqual(outcome);
      expect(await readFile(file, 'utf8')).toBe('read and marked');
    });

    it('is the same bytes in every outbox', async () => {
      const [one, two] = [await outbox(), await outbox()];
      for (const folder of [one, two]) await mailerInto(folder).send(message);
      const name = `${message.messageId}.eml`;
      expect(await readFile(path.join(one, name))).toEqual(await readFile(path.join(two, name)));
    });

    it('never leaves the folder, whatever its Message-ID', async () => {
      const outboxDir = await outbox();
      await mailerInto(outboxDir).send({ ...message, messageId: '../../up/\0there@x' });
      expect(await readdir(outboxDir)).toEqual(['.._.._up_there@x.eml']);
    });

    it('may be tried again when the folder cannot be written to', async () => {
      const outboxDir = await outbox();
      const notAFolder = path.join(outboxDir, 'file');
      await writeFile(notAFolder, '');
      expect(await mailerInto(notAFolder).send(message)).toMatchObject({
        state: 'rejected',
        permanent: false,
        code: expect.stringMatching(/^outbox-e/),
        response: expect.stringContaining(notAFolder),
      });
      expect(await readdir(outboxDir)).toEqual(['file']);
    });
  });
});
