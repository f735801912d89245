import type { Command } from 'commander';
import { addSourcesCheck } from './sources-check.ts';
import { addSourcesFind } from './sources-find.ts';
import { addSourcesList } from './sources-list.ts';
import { addSourcesOpml } from './sources-opml.ts';
import { addSourcesSteering } from './sources-steering.ts';

/** `sources`: how they are, what one gives, and leaving one alone. */
export function addSources(program: Command, exit: (code: number) => void): void {
  const sources = program
    .command('sources')
    .description('say how each source is doing, look at one, or leave one alone');
  addSourcesList(sources);
  addSourcesCheck(sources, exit);
  addSourcesFind(sources);
  addSourcesSteering(sources);
  addSourcesOpml(sources);
}
