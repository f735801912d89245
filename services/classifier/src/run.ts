import type { Database } from '@aftermath/db';
import type { StageRunner } from '@aftermath/pipeline';
import { classifyRevision } from './classify-revision.ts';
import { createWatchRules } from './watch-rules.ts';

export interface ClassifierContext {
  readonly db: Database;
  readonly runStage: StageRunner;
}

/** Turns texts into signals, stories and the ledger until `signal` is aborted. */
export async function runClassifier(context: ClassifierContext, signal: AbortSignal): Promise<void> {
  await context.runStage(
    'classify',
    classifyRevision({ db: context.db, rulesFor: createWatchRules() }),
    signal,
  );
}
