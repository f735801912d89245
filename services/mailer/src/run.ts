import type { Clock } from '@aftermath/core';
import type { Database } from '@aftermath/db';
import type { Mailer } from '@aftermath/mail';
import type { StageRunner } from '@aftermath/pipeline';
import { buildEditionTask } from './build-edition.ts';
import { deliverEdition } from './deliver-edition.ts';
import { scheduleEditions } from './schedule-editions.ts';

export interface MailerContext {
  readonly db: Database;
  readonly runStage: StageRunner;
  readonly mailer: Mailer;
  readonly clock: Clock;
  /** Where links in a digest point; null: none. */
  readonly dashboardUrl: string | null;
  /** A fault of the schedule itself, such as a database that is away; it goes on trying. */
  readonly onFault: (error: unknown) => void;
}

/** Decides which editions are due, builds and delivers them, until `signal` is aborted. */
export async function runMailer(context: MailerContext, signal: AbortSignal): Promise<void> {
  await Promise.all([
    scheduleEditions(context, signal),
    context.runStage('edition', buildEditionTask(context), signal),
    context.runStage('deliver', deliverEdition(context), signal),
  ]);
}
