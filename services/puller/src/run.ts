import type { Clock } from '@aftermath/core';
import type { Database } from '@aftermath/db';
import type { Fetcher } from '@aftermath/fetch';
import type { StageRunner } from '@aftermath/pipeline';
import { createThreadPool, threadFile } from '@aftermath/threads';
import { pullSource } from './pull-source.ts';

export interface PullerContext {
  readonly db: Database;
  readonly runStage: StageRunner;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  /** Between two checks of a source, unless its server asks for longer. */
  readonly pollIntervalMs: number;
}

/** Pulls due sources until `signal` is aborted. */
export async function runPuller(context: PullerContext, signal: AbortSignal): Promise<void> {
  const parser = createThreadPool({
    file: threadFile(import.meta.url, './parse-feed-thread'),
    deadlineMs: 20_000,
    heapMiB: 512,
    threadsMax: 1,
  });
  try {
    await context.runStage('pull', pullSource({ ...context, parser }), signal);
  } finally {
    await parser.close();
  }
}
