import { buildEdition, type Clock, NeverFailure } from '@aftermath/core';
import {
  type Database,
  findWatch,
  finishTask,
  listStopped,
  readEditionInput,
  storeEdition,
  type Transaction,
  type WatchRow,
} from '@aftermath/db';
import { messageId, renderEdition, TEMPLATE_VERSION } from '@aftermath/mail';
import type { TaskHandler } from '@aftermath/pipeline';

interface EditionContext {
  readonly db: Database;
  readonly clock: Clock;
  readonly dashboardUrl: string | null;
}

/** The key of an edition's task: one watch, one local date, one row. */
export function editionKey(watchId: string, date: string): string {
  return `${watchId}:${date}`;
}

/** Freezes the edition of one watch and date with its deliveries, in one transaction. */
export function buildEditionTask(context: EditionContext): TaskHandler {
  return async (claim) => {
    const [watchId = '', date = ''] = claim.key.split(':');
    const watch = await findWatch(context.db.orm, watchId);
    if (watch === null)
      throw new NeverFailure('watch-removed', `the watch ${watchId} of this edition was removed`);
    const editionId = await context.db.transaction(async (tx) => {
      await finishTask(tx, claim);
      return freezeEdition(tx, watch, date, context);
    });
    return { watch: watchId, date, editionId };
  };
}

/** Reads, renders and stores an edition; null when the watch has one of that date already. */
async function freezeEdition(
  tx: Transaction,
  watch: WatchRow,
  date: string,
  { clock, dashboardUrl }: Pick<EditionContext, 'clock' | 'dashboardUrl'>,
): Promise<number | null> {
  const input = await readEditionInput(tx, watch, { date, builtAt: clock.now(), dashboardUrl });
  const rendered = await renderEdition(buildEdition(input));
  const stopped = new Set((await listStopped(tx, watch.id)).map(({ recipient }) => recipient));
  const recipients = watch.definition.digest.recipients
    .filter((recipient) => !stopped.has(recipient.toLowerCase()))
    .map((recipient) => ({
      recipient,
      messageId: messageId(editionKey(watch.id, date), input.builtAt, recipient),
    }));
  return storeEdition(tx, input, rendered, TEMPLATE_VERSION, recipients);
}
