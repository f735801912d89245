import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** One line of input that was read, or that is no JSON object. */
export type JsonLine =
  | { readonly line: number; readonly value: Record<string, unknown> }
  | { readonly line: number; readonly problem: string };

/** Reads JSON objects, one a line, holding one line at a time; empty lines are passed over. */
export async function* readJsonLines(input: Readable): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    yield parseLine(text, line);
  }
}

function parseLine(text: string, line: number): JsonLine {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, value: value as Record<string, unknown> };
    return { line, problem: `line ${line} is not a JSON object` };
  } catch (error) {
    return {
      line,
      problem: `line ${line} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Writes one value a line, waiting while the reader is slow. */
export function writeJsonLine(output: Writable, value: unknown): Promise<void> {
  return writeText(output, `${JSON.stringify(value)}\n`);
}

/** Writes text, waiting while the reader is slow. */
export async function writeText(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}
