import { NeverFailure, RetryFailure } from '@aftermath/core';
import {
  type Database,
  type DeliveryJob,
  findDelivery,
  findStopped,
  finishTask,
  holdTask,
  moveDelivery,
  signSubscription,
  stopRecipient,
  unsubscribeSecret,
} from '@aftermath/db';
import { type DeliveryOutcome, type Mailer, threadId } from '@aftermath/mail';
import type { Claim, TaskHandler } from '@aftermath/pipeline';

interface DeliverContext {
  readonly db: Database;
  readonly mailer: Mailer;
  /** Where the page to unsubscribe is found. One click needs https (RFC 8058): any other address is left out. */
  readonly dashboardUrl: string | null;
}

/**
 * Sends one edition to one recipient, and never again without evidence that it did not arrive (RFC 1047).
 * `sending` is written before the server is spoken to. Whoever finds it there after a crash can't know whether
 * the mail went out: the delivery becomes `unknown`, is shown to ops, and is not sent again by itself.
 */
export function deliverEdition({ db, mailer, dashboardUrl }: DeliverContext): TaskHandler {
  return async (claim) => {
    const delivery = await findDelivery(db.orm, Number(claim.key));
    if (delivery === null || delivery.state === 'accepted') {
      await db.transaction((tx) => finishTask(tx, claim));
      return { skipped: delivery === null ? 'the edition was removed' : 'accepted before' };
    }
    if (delivery.state === 'sending' && !mailer.repeatable) {
      await settle(db, claim, delivery, {
        state: 'unknown',
        reason: 'the process ended while the mail was being sent',
      });
      return { delivery: delivery.id, state: 'unknown' };
    }
    if (!(await startSending(db, claim, delivery))) return { delivery: delivery.id, skipped: 'unsubscribed' };
    const outcome = await mailer.send({
      messageId: delivery.messageId,
      threadId: threadId(delivery.watchId, delivery.recipient),
      ...(await unsubscribeLink(db, delivery, dashboardUrl)),
      to: delivery.recipient,
      subject: delivery.subject,
      html: delivery.html,
      text: delivery.text,
      listId: delivery.watchId,
      date: delivery.builtAt,
    });
    await settle(db, claim, delivery, outcome);
    return { delivery: delivery.id, edition: delivery.editionId, state: outcome.state };
  };
}

/** Marks the delivery `sending`; false, and the task done, when its recipient wants no more mail by now. */
async function startSending(db: Database, claim: Claim, delivery: DeliveryJob): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdTask(tx, claim);
    const stopped = await findStopped(tx, delivery);
    if (stopped === null) return moveDelivery(tx, delivery.id, delivery.state, 'sending').then(() => true);
    await moveDelivery(tx, delivery.id, delivery.state, 'rejected', `not sent: ${stopped.reason}`);
    await finishTask(tx, claim);
    return false;
  });
}

async function unsubscribeLink(
  db: Database,
  delivery: DeliveryJob,
  dashboardUrl: string | null,
): Promise<{ listUnsubscribe?: string }> {
  if (!dashboardUrl?.startsWith('https://')) return {};
  const token = signSubscription(await unsubscribeSecret(db.orm), delivery);
  return { listUnsubscribe: `${dashboardUrl}/unsubscribe/${token}` };
}

async function settle(
  db: Database,
  claim: Claim,
  delivery: DeliveryJob,
  outcome: DeliveryOutcome,
): Promise<void> {
  if (outcome.state === 'rejected' && !outcome.permanent) {
    await moveDelivery(db.orm, delivery.id, 'sending', 'ready', outcome.response);
    throw new RetryFailure(outcome.code, `the mail server refused for now: ${outcome.response}`);
  }
  const gone = outcome.state === 'rejected' && outcome.mailboxGone;
  await db.transaction(async (tx) => {
    if (outcome.state !== 'rejected') await finishTask(tx, claim);
    if (gone) await stopRecipient(tx, delivery, 'bounced', outcome.response);
    await moveDelivery(
      tx,
      delivery.id,
      'sending',
      outcome.state,
      outcome.state === 'unknown' ? outcome.reason : outcome.response,
    );
  });
  if (outcome.state === 'rejected')
    throw new NeverFailure(
      outcome.code,
      `the mail server refused ${delivery.recipient}: ${outcome.response}${gone ? '; no more mail of this watch goes there until "digest resume"' : ''}`,
    );
}
