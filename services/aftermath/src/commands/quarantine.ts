import { listQuarantine, replayQuarantine } from '@aftermath/db';
import { STAGES, type Stage } from '@aftermath/pipeline';
import { type Command, Option } from 'commander';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
  readonly stage?: Stage;
}

interface ReplayFlags extends Flags {
  readonly id?: string;
  readonly all?: boolean;
}

export function addQuarantine(program: Command): void {
  const quarantine = program.command('quarantine').description('see what was given up, and try it again');
  const stage = () => new Option('--stage <stage>', 'those of one stage').choices(STAGES);

  quarantine
    .command('list')
    .description('list the tasks that were given up, with the reason')
    .addOption(stage())
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const tasks = await withDatabase(flags, ({ orm }) => listQuarantine(orm, flags.stage));
      const lines = tasks.map(
        ({ id, stage, key, lastError }) =>
          `${id}  ${stage} ${key}  ${lastError?.code}: ${lastError?.message}`,
      );
      print(tasks, flags.json, lines.length === 0 ? 'nothing was given up' : lines.join('\n'));
    });

  quarantine
    .command('replay')
    .description('make one task, those of a stage, or all due again')
    .option('--id <id>', 'one task')
    .addOption(stage())
    .option('--all', 'all of them')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: ReplayFlags) => {
      if (flags.id === undefined && flags.stage === undefined && !flags.all)
        throw new CommandError('say which: --id ID, --stage STAGE or --all', 2);
      const which = {
        ...(flags.id === undefined ? {} : { id: Number(flags.id) }),
        ...(flags.stage === undefined ? {} : { stage: flags.stage }),
      };
      if (which.id !== undefined && !Number.isSafeInteger(which.id))
        throw new CommandError(`${flags.id} is not a task id`, 2);
      const replayed = await withDatabase(flags, (db) => db.transaction((tx) => replayQuarantine(tx, which)));
      print({ replayed }, flags.json, `${replayed} task(s) due again`);
    });
}
