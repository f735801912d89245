import { readFile, writeFile } from 'node:fs/promises';
import { addSources, sourceLines } from '@aftermath/config';
import { RELIABILITIES, type Source } from '@aftermath/core';
import { findWatch, listWatches } from '@aftermath/db';
import { formatOpml, parseOpml } from '@aftermath/feeds';
import { type Command, Option } from 'commander';
import { CommandError } from '../command-error.ts';
import { describeProblems, loadWatch } from '../load-watch.ts';
import { feedsOf, type SourceDefaults, sourcesOf } from '../opml-sources.ts';
import { readInput } from '../read-input.ts';
import { withDatabase } from '../with-database.ts';

interface ExportFlags {
  readonly watch?: string;
  readonly data?: string;
}

interface ImportFlags extends SourceDefaults {
  readonly into?: string;
}

/** `sources export` and `sources import`: lists of subscriptions, as other readers of feeds have them. */
export function addSourcesOpml(sources: Command): void {
  sources
    .command('export')
    .description('write the feeds of a watch file, or of the watches added, as OPML')
    .argument('[file]', 'a watch file; without one, the database is asked')
    .option('--watch <id>', 'of one watch in the database')
    .option('--data <dir>', 'the data folder')
    .action(async (file: string | undefined, flags: ExportFlags) => {
      const { title, sources } = file === undefined ? await storedSources(flags) : await loadWatch(file);
      const feeds = feedsOf(sources);
      process.stdout.write(formatOpml(title, feeds));
      const left = sources.length - feeds.length;
      if (left > 0) process.stderr.write(`${left} list pages left out: OPML has no place for selectors\n`);
    });

  sources
    .command('import')
    .description('turn the feeds of an OPML file into sources, printed or added to a watch file')
    .argument('<file>', 'an OPML file; - for the standard input')
    .option(
      '--into <watch-file>',
      'add those it does not have to this file, and leave the rest of it as it is',
    )
    .option('--country <code>', 'of feeds whose country the list does not say', 'XX')
    .option('--lang <code>', 'of feeds whose language the list does not say', 'en')
    .addOption(
      new Option('--reliability <letter>', 'of feeds that the list does not rate')
        .choices(RELIABILITIES)
        .default('F'),
    )
    .action(async (file: string, { into, ...defaults }: ImportFlags) => {
      const list = parseOpml(await readInput(file));
      for (const { message } of list.problems) process.stderr.write(`${file}: ${message}\n`);
      const found = sourcesOf(list.feeds, defaults);
      if (into === undefined) {
        process.stdout.write(`sources:\n${sourceLines(found)}`);
        return;
      }
      // It tells what is wrong with a file that can't be read at all.
      await loadWatch(into);
      const result = addSources(await readFile(into, 'utf8'), into, found);
      if (!result.ok) throw new CommandError(`nothing was added:\n${describeProblems(result.problems)}`);
      if (result.added.length > 0) await writeFile(into, result.text);
      process.stdout.write(
        `${into}: ${result.added.length} sources added, ${result.known.length} there already. Look at their country, language and reliability.\n`,
      );
    });
}

async function storedSources({
  watch,
  ...flags
}: ExportFlags): Promise<{ title: string; sources: Source[] }> {
  const watches = await withDatabase(flags, async ({ orm }) => {
    if (watch === undefined) return listWatches(orm);
    const found = await findWatch(orm, watch);
    if (found === null) throw new CommandError(`there is no watch ${watch}: see "watch list"`);
    return [found];
  });
  const byUrl = new Map(
    watches.flatMap(({ definition }) => definition.sources.map((source) => [source.url, source])),
  );
  return { title: watches.map(({ title }) => title).join(', ') || 'Aftermath', sources: [...byUrl.values()] };
}
