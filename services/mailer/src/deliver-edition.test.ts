import { createTaskStore, listDeliveries, listStopped, resumeRecipient, stopRecipient } from '@aftermath/db';
import { createMailer } from '@aftermath/mail';
import { aWatch, fakeClock, type SmtpReply, type SmtpSink, startSmtpSink } from '@aftermath/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, openNewsroom } from './__fixtures__/newsroom.ts';
import { deliverEdition } from './deliver-edition.ts';

const DAY = 86_400_000;
const digest = { time: '07:00', timeZone: 'America/Bogota', language: 'en' } as const;
const RECIPIENTS = ['Ana@example.org', 'bea@example.org'];

describe('an edition is delivered', () => {
  const clock = fakeClock('2027-03-01T12:01:00Z');
  let room: Newsroom;
  let sink: SmtpSink;
  let refusals: Readonly<Record<string, SmtpReply>> = {};

  beforeEach(async () => {
    refusals = {};
    sink = await startSmtpSink({ reject: (recipient) => refusals[recipient] ?? null });
    room = await openNewsroom(aWatch({ digest: { ...digest, recipients: RECIPIENTS } }), clock);
  });
  afterEach(async () => {
    await room.close();
    await sink.close();
  });

  /** Makes the next day's edition and sends what is due; the errors with which deliveries ended. */
  async function nextDay(dashboardUrl: string | null = null): Promise<unknown[]> {
    clock.advance(DAY);
    await room.goOn();
    const smtp = `smtp://127.0.0.1:${sink.port}`;
    const mailer = createMailer({ smtp, outboxDir: '/nowhere', from: 'aftermath@example.org' });
    const deliver = deliverEdition({ db: room.db, mailer, dashboardUrl });
    const store = createTaskStore(room.db);
    const errors: unknown[] = [];
    for (const { taskId } of await store.dispatch('deliver', 100)) {
      const claim = await store.claim(taskId, 60_000);
      if (claim === null) continue;
      await deliver(claim, new AbortController().signal).catch((error: unknown) => errors.push(error));
    }
    return errors;
  }
  const sentTo = () => sink.messages.map(({ envelope }) => envelope.to[0]).sort();

  it('with one click to unsubscribe where the dashboard has an https address, and without elsewhere', async () => {
    await nextDay('https://aftermath.example');
    const [{ parsed } = { parsed: null }] = sink.messages;
    const list = parsed?.headers.get('list') as unknown as { unsubscribe: { url: string } };
    expect(list.unsubscribe.url).toMatch(/^https:\/\/aftermath\.example\/unsubscribe\/[\w-]+\.[\w-]+$/);
    await nextDay('http://127.0.0.1:4717');
    expect(sink.messages.at(-1)?.raw).not.toMatch(/^List-Unsubscribe/im);
  });

  it('to a thread that is the same every day, with another Message-ID', async () => {
    await nextDay();
    await nextDay();
    const mails = sink.messages.filter(({ envelope }) => envelope.to[0] === 'bea@example.org');
    expect(new Set(mails.map(({ parsed }) => parsed.inReplyTo)).size).toBe(1);
    expect(new Set(mails.map(({ parsed }) => parsed.messageId)).size).toBe(2);
  });

  it('no more to a mailbox that is gone, until it is resumed', async () => {
    refusals = { 'bea@example.org': { code: 550, message: 'no such user' } };
    expect(await nextDay()).toMatchObject([
      { kind: 'never', message: expect.stringContaining('digest resume') },
    ]);
    expect(await listStopped(room.db.orm, 'test-watch')).toMatchObject([
      { recipient: 'bea@example.org', reason: 'bounced', response: expect.stringContaining('no such user') },
    ]);
    refusals = {};
    await nextDay();
    expect(sentTo()).toEqual(['Ana@example.org', 'Ana@example.org']);
    expect(await resumeRecipient(room.db.orm, { watchId: 'test-watch', recipient: 'BEA@example.org' })).toBe(
      true,
    );
    await nextDay();
    expect(sentTo()).toContain('bea@example.org');
  });

  it('later to a mailbox that is busy, which stays a recipient', async () => {
    refusals = { 'bea@example.org': { code: 450, message: 'busy' } };
    expect(await nextDay()).toMatchObject([{ kind: 'retry', code: 'smtp-450' }]);
    expect(await listStopped(room.db.orm, 'test-watch')).toEqual([]);
  });

  it('not to one who unsubscribed after it was made', async () => {
    clock.advance(DAY);
    await room.goOn();
    await stopRecipient(room.db.orm, { watchId: 'test-watch', recipient: 'ana@example.org' }, 'unsubscribed');
    clock.advance(-DAY);
    await nextDay();
    expect(sentTo()).toEqual(['bea@example.org']);
    expect(await listDeliveries(room.db.orm)).toMatchObject([
      { state: 'rejected', response: 'not sent: unsubscribed' },
      { state: 'accepted' },
    ]);
  });
});
