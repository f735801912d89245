import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rulesHash, watchHash } from '@aftermath/db';
import {
  createTruthJudge,
  type ReplayedEdition,
  type ReplaySummary,
  renderTruthReport,
  replayWatch,
  type TruthCounts,
  type TruthReport,
} from '@aftermath/replay';
import type { Command } from 'commander';
import { openArchive } from '../archive.ts';
import { requireDate } from '../calendar-date.ts';
import { CommandError } from '../command-error.ts';
import { loadWatch } from '../load-watch.ts';
import { readTruth } from '../read-truth.ts';

interface ReplayFlags {
  readonly watch: string;
  readonly archive: string;
  readonly from: string;
  readonly to: string;
  readonly out: string;
  readonly truth?: string;
  readonly truthDays: string;
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
    .option(
      '--truth <file>',
      'known happenings as JSON lines: {"id","category","date","country"?,"terms"?,"actors"?}; writes report.json and report.html',
    )
    .option('--truth-days <n>', 'how many days after a happening an article may be of it', '14')
    .option('--all-in-scope', 'take every article as about the event')
    .option('--json', 'print the summary as JSON')
    .action(async (flags: ReplayFlags) => {
      for (const date of [flags.from, flags.to]) requireDate(date);
      if (flags.from > flags.to) throw new CommandError(`--from ${flags.from} is after --to ${flags.to}`, 2);
      const windowDays = requireDays(flags.truthDays);
      const watch = await loadWatch(flags.watch);
      const { from, to } = flags;
      const judge =
        flags.truth === undefined
          ? null
          : createTruthJudge(watch, await readTruth(flags.truth, watch), { from, to, windowDays });
      const archive = await openArchive(flags.archive);
      await mkdir(flags.out, { recursive: true });
      const editions = replayWatch(watch, archive.articles, {
        from,
        to,
        allInScope: flags.allInScope ?? false,
        rulesHash: rulesHash(watch),
        watchHash: watchHash(watch),
        ...(judge === null ? {} : { onSignal: judge.add }),
      });
      const replayed = await writeEditions(editions, flags.out);
      const report = judge?.report();
      if (report !== undefined) await writeReport(flags.out, report);
      const summary = {
        watch: watch.id,
        from,
        to,
        undated: archive.undated,
        ...replayed,
        ...(report === undefined ? {} : { truth: report.total }),
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

async function writeReport(out: string, report: TruthReport): Promise<void> {
  await writeFile(path.join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(path.join(out, 'report.html'), renderTruthReport(report));
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

function requireDays(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new CommandError(`${text} is no number of days: write one from 0 to 999`, 2);
}

function table({
  articles,
  inScope,
  undated,
  signals,
  editions,
  signalsPerDay,
  truth,
}: ReplaySummary & { undated: number; truth?: TruthCounts }): string {
  const lines = [
    `${articles} articles, ${inScope} in scope, ${undated} without a date, ${signals} signals, ${editions} editions`,
  ];
  for (const [date, counts] of Object.entries(signalsPerDay)) {
    const found = Object.entries(counts).filter(([, count]) => count > 0);
    lines.push(`${date}  ${found.map(([category, count]) => `${category} ${count}`).join(', ')}`);
  }
  if (truth !== undefined)
    lines.push(
      `of ${truth.happenings} known happenings ${truth.found} found, ${truth.missed} missed; ${truth.falseAlarms} of ${truth.alarms} stories false; see report.html`,
    );
  return `${lines.join('\n')}\n`;
}
