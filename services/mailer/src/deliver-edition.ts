import { NeverFailure, RetryFailure } from '@aftermath/core';
import {
  type Database,
  type DeliveryJob,
  findDelivery,
  finishTask,
  holdTask,
  moveDelivery,
} from '@aftermath/db';
import type { DeliveryOutcome, Mailer } from '@aftermath/mail';
import type { Claim, TaskHandler } from '@aftermath/pipeline';

interface DeliverContext {
  readonly db: Database;
  readonly mailer: Mailer;
}

/**
 * Sends one edition to one recipient, and never again without evidence that it did not arrive (RFC 1047).
 * `sending` is written before the server is spoken to. Whoever finds it there after a crash can't know whether
 * the mail went out: the delivery becomes `unknown`, is shown to ops, and is not sent again by itself.
 */
export function deliverEdition({ db, mailer }: DeliverContext): TaskHandler {
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
    await db.transaction(async (tx) => {
      await holdTask(tx, claim);
      await moveDelivery(tx, delivery.id, delivery.state, 'sending');
    });
    const outcome = await mailer.send({
      messageId: delivery.messageId,
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
  await db.transaction(async (tx) => {
    if (outcome.state !== 'rejected') await finishTask(tx, claim);
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
      `the mail server refused ${delivery.recipient}: ${outcome.response}`,
    );
}
