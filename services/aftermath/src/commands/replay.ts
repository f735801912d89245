import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rulesHash, watchHash } from '@aftermath/db';
import { type ReplayedEdition, type ReplaySummary, replayWatch } from '@aftermath/replay';
import type { Command } from 'commander';
import { openArchive } from '../archive.ts';
import { CommandError } from '../command-error.ts';
import { loadWatch } from '../load-watch.ts';

interface ReplayFlags {
  readonly watch: string;
  readonly archive: string;
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly allInScope?: boolean;
  readonly json?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('run a watch over archived articles under a simulated clock, without a network')
    .requiredOption('--watch <file>', 'a watch file')
    .requiredOption(
      '--archive <file>',
      'articles as JSON lines: {"id","title","text","publishedAt","lang"?,"url"?}',
    )
    .requiredOption('--from <date>', "first day, YYYY-MM-DD in the watch's zone")
    .requiredOption('--to <date>', 'last day')
    .requiredOption('--out <dir>', 'folder for the editions (HTML, text, JSON) and summary.json')
    .option('--all-in-scope', 'take every article as about the event')
    .option('--json', 'print the summary as JSON')
    .action(async (flags: ReplayFlags) => {
      for (const date of [flags.from, flags.to]) requireDate(date);
      if (flags.from > flags.to) throw new CommandError(`--from ${flags.from} is after --to ${flags.to}`, 2);
      const watch = await loadWatch(flags.watch);
      const archive = await openArchive(flags.archive);
      await mkdir(flags.out, { recursive: true });
      const editions = replayWatch(watch, archive.articles, {
        from: flags.from,
        to: flags.to,
        allInScope: flags.allInScope ?? false,
        rulesHash: rulesHash(watch),
        watchHash: watchHash(watch),
      });
      const summary = {
        watch: watch.id,
        from: flags.from,
        to: flags.to,
        undated: archive.undated,
        ...(await writeEditions(editions, flags.out)),
      };
      await writeFile(path.join(flags.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
      process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : table(summary));
    });
}

async function writeEditions(
  editions: AsyncGenerator<ReplayedEdition, ReplaySummary>,
  out: string,
): Promise<ReplaySummary> {
  for (;;) {
    const next = await editions.next();
    if (next.done) return next.value;
    await writeEdition(out, next.value.date, next.value);
  }
}

/** Writes an edition's three forms; the same edition gives the same bytes. */
export async function writeEdition(
  out: string,
  date: string,
  edition: { readonly html: string; readonly text: string; readonly json: string },
): Promise<void> {
  await writeFile(path.join(out, `${date}.html`), edition.html);
  await writeFile(path.join(out, `${date}.txt`), edition.text);
  await writeFile(path.join(out, `${date}.json`), edition.json);
}

/** @throws CommandError when the text is not a calendar date */
export function requireDate(date: string): void {
  const at = new Date(`${date}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date))
    return;
  throw new CommandError(`${date} is not a date: write YYYY-MM-DD`, 2);
}

function table({
  articles,
  inScope,
  undated,
  signals,
  editions,
  signalsPerDay,
}: ReplaySummary & { undated: number }): string {
  const lines = [
    `${articles} articles, ${inScope} in scope, ${undated} without a date, ${signals} signals, ${editions} editions`,
  ];
  for (const [date, counts] of Object.entries(signalsPerDay)) {
    const found = Object.entries(counts).filter(([, count]) => count > 0);
    lines.push(`${date}  ${found.map(([category, count]) => `${category} ${count}`).join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}
