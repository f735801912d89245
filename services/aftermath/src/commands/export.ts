import { eachExportedSignal, findWatch } from '@aftermath/db';
import { EXPORT_FORMATS, type ExportFormat, exportWriters, periodInstants } from '@aftermath/export';
import { type Command, Option } from 'commander';
import { requireDate } from '../calendar-date.ts';
import { CommandError } from '../command-error.ts';
import { writeText } from '../json-lines.ts';
import { withDatabase } from '../with-database.ts';

interface ExportFlags {
  readonly watch: string;
  readonly format: ExportFormat;
  readonly since?: string;
  readonly until?: string;
  readonly category?: string;
  readonly data?: string;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write all signals of a watch to the standard output, with their quotes')
    .requiredOption('--watch <id>', 'the watch')
    .addOption(new Option('--format <format>', 'of the file').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--since <date>', "first day of publication, YYYY-MM-DD in the watch's zone")
    .option('--until <date>', 'last day of publication')
    .option('--category <id>', 'only this category')
    .option('--data <dir>', 'the data folder')
    .action(async (flags: ExportFlags) => {
      const { watch: watchId, category, since, until } = flags;
      for (const date of [since, until]) if (date !== undefined) requireDate(date);
      if (since !== undefined && until !== undefined && since > until)
        throw new CommandError(`--since ${since} is after --until ${until}`, 2);
      await withDatabase(flags, async ({ orm }) => {
        const watch = await findWatch(orm, watchId);
        if (watch === null) throw new CommandError(`there is no watch ${watchId}: see "watch list"`);
        const { categories, digest } = watch.definition;
        if (category !== undefined && !categories.some(({ id }) => id === category))
          throw new CommandError(
            `the watch ${watchId} has no category ${category}; it has ${categories.map(({ id }) => id).join(', ')}`,
          );
        const signals = eachExportedSignal(orm, {
          watchId,
          ...(category === undefined ? {} : { category }),
          ...periodInstants({ since, until }, digest.timeZone),
        });
        for await (const piece of exportWriters[flags.format].write(signals))
          await writeText(process.stdout, piece);
      });
    });
}
