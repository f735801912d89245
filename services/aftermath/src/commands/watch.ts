import { readWatchFile } from '@aftermath/config';
import { findWatch, listWatches, removeWatch, saveWatch } from '@aftermath/db';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { describeProblems, loadWatch } from '../load-watch.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';
import { addWatchDiff } from './watch-diff.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

export function addWatch(program: Command, exit: (code: number) => void): void {
  const watch = program.command('watch').description('check, compare, add, list, show and remove watches');
  const onDatabase = (name: string, description: string) =>
    watch
      .command(name)
      .description(description)
      .option('--data <dir>', 'the data folder')
      .option('--json', 'print JSON');

  watch
    .command('check')
    .description('tell every mistake of a watch file, with line and column; exit code 1 when there is one')
    .argument('<file>')
    .option('--json', 'print JSON')
    .action(async (file: string, flags: Flags) => {
      const result = await readWatchFile(file);
      if (!result.ok) {
        print({ ok: false, problems: result.problems }, flags.json, describeProblems(result.problems));
        return exit(1);
      }
      const { id, categories, sources } = result.watch;
      print(
        { ok: true, problems: [] },
        flags.json,
        `${file}: ok (${id}: ${categories.length} categories, ${sources.length} sources)`,
      );
    });

  addWatchDiff(watch);

  onDatabase('add', 'add a watch from its file, or change the one with its id')
    .argument('<file>')
    .action(async (file: string, flags: Flags) => {
      const added = await loadWatch(file);
      const outcome = await withDatabase(flags, (db) => db.transaction((tx) => saveWatch(tx, added)));
      print({ id: added.id, outcome }, flags.json, `${added.id}: ${outcome}`);
    });

  onDatabase('list', 'list the watches').action(async (flags: Flags) => {
    const watches = await withDatabase(flags, ({ orm }) => listWatches(orm));
    const rows = watches.map(({ id, title, sample, definition }) => ({
      id,
      title,
      sample,
      sources: definition.sources.length,
    }));
    print(
      rows,
      flags.json,
      rows.map(({ id, title, sample }) => `${id}  ${sample ? '[SAMPLE] ' : ''}${title}`).join('\n'),
    );
  });

  onDatabase('show', 'print a watch as it is used, its template merged in')
    .argument('<id>')
    .action(async (id: string, flags: Flags) => {
      const found = await withDatabase(flags, ({ orm }) => findWatch(orm, id));
      if (found === null) throw new CommandError(`there is no watch ${id}: see "watch list"`);
      process.stdout.write(`${JSON.stringify(found.definition, null, flags.json ? undefined : 2)}\n`);
    });

  onDatabase('remove', 'remove a watch with its signals, editions, and the articles that no other watch has')
    .argument('<id>')
    .action(async (id: string, flags: Flags) => {
      const removed = await withDatabase(flags, (db) => db.transaction((tx) => removeWatch(tx, id)));
      if (!removed) throw new CommandError(`there is no watch ${id}: see "watch list"`);
      print({ id, outcome: 'removed' }, flags.json, `${id}: removed`);
    });
}
