import { compareWatches, createDifferenceTally } from '@aftermath/replay';
import type { Command } from 'commander';
import { readArchive } from '../archive.ts';
import { differenceRecord } from '../difference-record.ts';
import { differencePainter } from '../difference-text.ts';
import { writeJsonLine, writeText } from '../json-lines.ts';
import { loadWatch } from '../load-watch.ts';

interface DiffFlags {
  readonly archive: string;
  readonly allInScope?: boolean;
  readonly json?: boolean;
}

export function addWatchDiff(watch: Command): void {
  watch
    .command('diff')
    .description('show what an edit of a watch gains, loses and changes over archived articles, with quotes')
    .argument('<old>', 'the watch file as it was')
    .argument('<new>', 'the watch file as it is now')
    .requiredOption(
      '--archive <file>',
      'articles as JSON lines: {"id","title","text","lang"?,"url"?,"publishedAt"?}',
    )
    .option('--all-in-scope', 'take every article as about the event')
    .option('--json', 'print one difference a line as JSON, and the totals as the last line')
    .action(async (oldFile: string, newFile: string, flags: DiffFlags) => {
      const [before, after] = [await loadWatch(oldFile), await loadWatch(newFile)];
      const { stdout } = process;
      const compare = compareWatches(before, after, { allInScope: flags.allInScope ?? false });
      const { paintDifference, paintTotals } = differencePainter(stdout.isTTY && stdout.hasColors());
      const tally = createDifferenceTally();
      for await (const article of readArchive(flags.archive)) {
        const comparison = compare(article);
        tally.add(comparison);
        for (const difference of comparison.differences) {
          const record = differenceRecord(article, difference);
          await (flags.json ? writeJsonLine(stdout, record) : writeText(stdout, paintDifference(record)));
        }
      }
      const totals = tally.totals();
      await (flags.json
        ? writeJsonLine(stdout, { kind: 'totals', ...totals })
        : writeText(stdout, paintTotals(totals)));
    });
}
