import type { ExportedSignal } from '@aftermath/core';

/** Signals as JSON Lines, each with all its evidence. */
export async function* jsonLinesOf(signals: AsyncIterable<ExportedSignal>): AsyncGenerator<string> {
  for await (const signal of signals) yield `${JSON.stringify(signal)}\n`;
}
