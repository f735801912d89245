import type { Clock } from '@aftermath/core';
import type { Database } from '@aftermath/db';
import type { Fetcher } from '@aftermath/fetch';
import type { StageRunner } from '@aftermath/pipeline';
import { createThreadPool, threadFile } from '@aftermath/threads';
import { extractText } from './extract-text.ts';

export interface ExtractorContext {
  readonly db: Database;
  readonly runStage: StageRunner;
  readonly fetcher: Fetcher;
  readonly clock: Clock;
}

/** Turns articles into text until `signal` is aborted. */
export async function runExtractor(context: ExtractorContext, signal: AbortSignal): Promise<void> {
  const extractor = createThreadPool({
    file: threadFile(import.meta.url, './extract-article-thread'),
    deadlineMs: 30_000,
    heapMiB: 512,
    threadsMax: 1,
  });
  try {
    await context.runStage('extract', extractText({ ...context, extractor }), signal);
  } finally {
    await extractor.close();
  }
}
