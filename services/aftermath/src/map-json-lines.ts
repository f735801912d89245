import { Failure } from '@aftermath/core';
import { ZodError } from 'zod';
import { readJsonLines, writeJsonLine } from './json-lines.ts';
import { oneLine } from './one-line.ts';

/**
 * Answers each line of the standard input with one line of output, in the same order. A line that can't be
 * answered gets `fallback` with an `error`, and the exit code says so: no line is lost.
 *
 * @returns the exit code: 0, or 1 when any line failed
 */
export async function mapJsonLines(
  answer: (value: Record<string, unknown>) => Promise<unknown>,
  fallback: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  let failed = 0;
  for await (const read of readJsonLines(process.stdin)) {
    if ('problem' in read) {
      failed += 1;
      await writeJsonLine(process.stdout, {
        id: null,
        ...fallback,
        error: { code: 'bad-line', message: read.problem },
      });
      continue;
    }
    try {
      await writeJsonLine(process.stdout, await answer(read.value));
    } catch (error) {
      failed += 1;
      await writeJsonLine(process.stdout, { id: read.value.id ?? null, ...fallback, error: describe(error) });
    }
  }
  if (failed > 0) process.stderr.write(`${failed} line(s) failed: see their "error"\n`);
  return failed > 0 ? 1 : 0;
}

function describe(error: unknown): { code: string; message: string } {
  if (error instanceof Failure) return { code: error.code, message: error.message };
  return { code: error instanceof ZodError ? 'bad-line' : 'unexpected', message: oneLine(error) };
}
