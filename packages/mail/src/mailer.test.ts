import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSmtpSink } from '@aftermath/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { createMailer, type DigestMessage } from './mailer.ts';
import { messageId } from './message-id.ts';

const message: DigestMessage = {
  messageId: messageId('my-watch:2026-03-10', 'analyst@example.org'),
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

const mailerTo = (port: number) =>
  createMailer({ smtp: `smtp://127.0.0.1:${port}`, outboxDir: '/nowhere', from: 'aftermath@example.org' });

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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => new Promise((resolve) => server.close(resolve)));
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

  it('carries no header that a title tries to bring in', async () => {
    const sink = await startSmtpSink();
    cleanups.push(() => sink.close());
    const evil = 'News\r\nBcc: victim@example.org\r\n\r\n<b>body</b>';
    await mailerTo(sink.port).send({ ...message, subject: evil, listId: evil });
    const [received] = sink.messages;
    expect(received?.envelope.to).toEqual(['analyst@example.org']);
    expect(received?.parsed.headers.has('bcc')).toBe(false);
    expect(received?.parsed.subject).toBe('News Bcc: victim@example.org <b>body</b>');
  });

  it.each([
    [
      'a recipient refused for good',
      { RCPT: '550 no such user' },
      { state: 'rejected', permanent: true, code: 'smtp-550' },
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
      { state: 'rejected', permanent: true, code: 'smtp-554' },
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

  it('is not accepted where no server answers, and may be tried again', async () => {
    const port = await startScriptedServer({});
    for (const cleanup of cleanups.splice(0)) await cleanup();
    expect(await mailerTo(port).send(message)).toMatchObject({ state: 'rejected', permanent: false });
  });

  it('goes to the outbox folder when no server is configured, the same file for the same mail', async () => {
    const outboxDir = await mkdtemp(path.join(tmpdir(), 'aftermath-outbox-'));
    cleanups.push(() => rm(outboxDir, { recursive: true }));
    const mailer = createMailer({ smtp: null, outboxDir, from: 'aftermath@example.org' });
    await mailer.send(message);
    expect(await mailer.send(message)).toMatchObject({ state: 'accepted' });
    const files = await readdir(outboxDir);
    expect(files).toHaveLength(1);
    expect(await readFile(path.join(outboxDir, files[0] ?? ''), 'utf8')).toContain('To: analyst@example.org');
  });
});
