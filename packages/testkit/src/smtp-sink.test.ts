import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { type SmtpSinkOptions, startSmtpSink } from './smtp-sink.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Sends one message the way RFC 5321 has it; the codes that were answered, and `end` when the line was cut. */
async function send(options: SmtpSinkOptions) {
  const sink = await startSmtpSink(options);
  cleanups.push(() => sink.close());
  const socket = connect(sink.port, '127.0.0.1').on('error', () => undefined);
  cleanups.push(async () => socket.destroy());
  const replies = createInterface(socket)[Symbol.asyncIterator]();
  const codes: string[] = [];
  const hear = async () => {
    const { value, done } = await replies.next();
    codes.push(done ? 'end' : String(value).slice(0, 3));
  };
  await hear();
  for (const line of [
    'HELO test',
    'MAIL FROM:<a@example.org>',
    'RCPT TO:<b@example.org>',
    'DATA',
    'Subject: Hi\r\n\r\nText\r\n.',
  ]) {
    socket.write(`${line}\r\n`);
    if (line.startsWith('Subject') && options.onMessage?.(undefined as never) === 'hang') break;
    await hear();
    if (codes.at(-1)?.startsWith('5')) break;
  }
  return { sink, codes, socket };
}

const BEFORE_DATA = ['220', '250', '250'];

describe('the mail sink', () => {
  it('keeps what it is sent, as it was sent', async () => {
    const { sink, codes } = await send({});
    expect(codes).toEqual([...BEFORE_DATA, '250', '354', '250']);
    expect(sink.messages).toMatchObject([
      {
        envelope: { from: 'a@example.org', to: ['b@example.org'] },
        parsed: { subject: 'Hi', text: 'Text\n' },
      },
    ]);
  });

  it.each([
    {
      what: 'refuses a message for now',
      onMessage: () => ({ code: 451, message: 'later' }),
      last: '451',
      kept: 0,
    },
    {
      what: 'refuses a message for good',
      onMessage: () => ({ code: 550, message: 'no' }),
      last: '550',
      kept: 0,
    },
    { what: 'cuts the line and forgets the message', onMessage: () => 'drop' as const, last: 'end', kept: 0 },
    {
      what: 'cuts the line with the message kept',
      onMessage: () => 'keep-and-drop' as const,
      last: 'end',
      kept: 1,
    },
  ])('$what after its last dot', async ({ onMessage, last, kept }) => {
    const { sink, codes } = await send({ onMessage });
    expect(codes).toEqual([...BEFORE_DATA, '250', '354', last]);
    expect(sink.messages).toHaveLength(kept);
  });

  it('refuses a recipient', async () => {
    const { codes } = await send({ reject: () => ({ code: 550, message: 'no such user' }) });
    expect(codes).toEqual([...BEFORE_DATA, '550']);
  });

  it('never answers, and can still be closed', async () => {
    const { sink, codes, socket } = await send({ onMessage: () => 'hang' });
    expect(codes).toEqual([...BEFORE_DATA, '250', '354']);
    const closed = once(socket, 'close');
    await sink.close();
    await closed;
    expect(sink.messages).toEqual([]);
  });
});
