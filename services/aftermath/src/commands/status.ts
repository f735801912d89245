import { readConfig } from '@aftermath/config';
import { countTasks, isRead, listWatches, sourceHealth } from '@aftermath/db';
import type { Command } from 'commander';
import { print } from '../print.ts';
import { readRunFile } from '../run-file.ts';
import { withDatabase } from '../with-database.ts';

interface StatusFlags {
  readonly data?: string;
  readonly json?: boolean;
}

export function addStatus(program: Command, exit: (code: number) => void): void {
  program
    .command('status')
    .description('say whether Aftermath runs, and what it has in hand; exit code 1 when it does not run')
    .option('--data <dir>', 'its data folder')
    .option('--json', 'print JSON')
    .action(async (flags: StatusFlags) => {
      const running = await readRunFile(readConfig(flags));
      if (running === null) {
        print({ running: false }, flags.json, 'Aftermath is not running on this data folder');
        return exit(1);
      }
      await withDatabase(flags, async ({ orm }) => {
        const [watches, sources, stages] = await Promise.all([
          listWatches(orm),
          sourceHealth(orm),
          countTasks(orm),
        ]);
        const healthy = sources.filter(isRead).length;
        const status = {
          running: true,
          pid: running.pid,
          url: running.url,
          startedAt: running.startedAt,
          watches: watches.map(({ id, title, sample }) => ({ id, title, sample })),
          sources: { all: sources.length, healthy },
          stages,
        };
        const lines = [
          `Aftermath is running: ${running.url} (process ${running.pid}, since ${running.startedAt})`,
          ...watches.map(({ id, title, sample }) => `watch    ${id}${sample ? ' (sample)' : ''}: ${title}`),
          `sources  ${healthy} of ${sources.length} healthy`,
          ...stages.map(({ stage, state, tasks }) => `${stage.padEnd(8)} ${state} ${tasks}`),
        ];
        print(status, flags.json, lines.join('\n'));
      });
    });
}
