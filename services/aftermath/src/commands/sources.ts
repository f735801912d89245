import { sourceHealth } from '@aftermath/db';
import type { Command } from 'commander';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';
import { addSourcesFind } from './sources-find.ts';
import { addSourcesOpml } from './sources-opml.ts';

interface SourcesFlags {
  readonly data?: string;
  readonly watch?: string;
  readonly json?: boolean;
}

export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    // So that an option after a subcommand is the subcommand's.
    .enablePositionalOptions()
    .description('say how each source is doing, and why one fails')
    .option('--watch <id>', 'those of one watch')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: SourcesFlags) => {
      const sources = await withDatabase(flags, ({ orm }) => sourceHealth(orm, flags.watch));
      const healthy = sources.filter(({ state }) => state === 'healthy').length;
      const lines = sources.map(
        ({ state, country, title, url, errorMessage }) =>
          `${state.padEnd(8)} ${country}  ${title}  ${url}${errorMessage === null ? '' : `\n         ${errorMessage}`}`,
      );
      print(sources, flags.json, [...lines, `${healthy} of ${sources.length} healthy`].join('\n'));
    });
  addSourcesFind(sources);
  addSourcesOpml(sources);
}
