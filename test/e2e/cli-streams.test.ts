import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { scratchDir } from './run-command.ts';

const bin = path.resolve(import.meta.dirname, '../../services/aftermath/bin/aftermath.js');
const WARM = 10_000;
const LINES = 60_000;
/**
 * What the resident set may grow by between line 10,000 and line 60,000. Were lines kept, their 50,000 texts
 * alone would take 50 MiB; the room is for a collector that is in no hurry.
 */
const GROWTH_MIB_MAX = 40;

const hasProc = process.platform === 'linux';
if (!hasProc) console.warn('Skipped: flat memory over a stream (needs /proc)');

function line(number: number): string {
  const text = `Sentence ${number} of nothing in particular, said by nobody. `.repeat(18);
  return `${JSON.stringify({ id: number, title: `Title ${number}`, text, lang: 'en' })}\n`;
}

/** Resident memory of a process, MiB. */
function rssMiB(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Runs a command on a stream of lines and tells the resident memory early and late in it. */
async function memoryOf(args: readonly string[], heapMiB: number) {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMiB}`, bin, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const write = async () => {
    for (let number = 1; number <= LINES; number += 1)
      if (!child.stdin.write(line(number))) await once(child.stdin, 'drain');
    child.stdin.end();
  };
  const written = write();
  const rss: number[] = [];
  let answered = 0;
  for await (const answer of createInterface({ input: child.stdout })) {
    answered += 1;
    if ((JSON.parse(answer) as { id: number }).id !== answered) throw new Error(`out of order: ${answer}`);
    if (answered === WARM || answered === LINES - 1) rss.push(rssMiB(child.pid ?? 0));
  }
  await written;
  const [early = Number.NaN, late = Number.NaN] = rss;
  return { answered, early, late };
}

describe('a command on a stream of lines', () => {
  it.skipIf(!hasProc)(
    'answers all of them in flat memory',
    async () => {
      const { answered, early, late } = await memoryOf(
        ['classify', '--template', 'leadership-strike', '--jsonl'],
        128,
      );
      expect(answered).toBe(LINES);
      expect(late - early).toBeLessThan(GROWTH_MIB_MAX);
    },
    300_000,
  );

  it('ends quietly when its reader goes away', async () => {
    const { dir, remove } = scratchDir();
    onTestFinished(remove);
    const file = path.join(dir, 'articles.jsonl');
    // The answers are more than a pipe holds (64 KiB), so that some are written after the reader has gone.
    writeFileSync(file, Array.from({ length: 5_000 }, (_, number) => line(number + 1)).join(''));
    const script = `{ "$0" "$1" group --jsonl < "$2"; echo "ended with $?" >&2; } | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)('sh', ['-c', script, process.execPath, bin, file]);
    expect(JSON.parse(stdout)).toEqual({ id: 1, storyId: 1, copyOf: null });
    expect(stderr).toBe('ended with 0\n');
  });
});
