import type { ExportedSignal } from '@aftermath/core';

export async function* signalsOf(...signals: readonly ExportedSignal[]): AsyncGenerator<ExportedSignal> {
  yield* signals;
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
