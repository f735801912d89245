import {
  acknowledgeSource,
  type Database,
  pauseSource,
  resumeSource,
  type SteeredSource,
} from '@aftermath/db';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

type Steer = (
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  name: string,
) => Promise<SteeredSource | null>;

interface Steering {
  readonly name: string;
  readonly description: string;
  readonly steer: Steer;
  readonly done: string;
  readonly already: string;
}

const STEERINGS: readonly Steering[] = [
  {
    name: 'pause',
    description: 'leave a source alone until it is resumed',
    steer: pauseSource,
    done: 'paused',
    already: 'was paused already',
  },
  {
    name: 'resume',
    description: 'look at a source again, at once: one that is paused, dead, or far off',
    steer: resumeSource,
    done: 'is looked at now',
    already: 'is looked at now',
  },
  {
    name: 'ack',
    description:
      "say that you know of a source that can't be read: it is not told again until its state changes",
    steer: acknowledgeSource,
    done: 'acknowledged',
    already: 'has nothing to acknowledge: it can be read, or someone knows already',
  },
];

/** `sources pause`, `sources resume` and `sources ack`. */
export function addSourcesSteering(sources: Command): void {
  for (const { name, description, steer, done, already } of STEERINGS) {
    sources
      .command(name)
      .description(description)
      .argument('<source...>', 'numbers or addresses, as "sources list" shows them')
      .option('--data <dir>', 'the data folder')
      .option('--json', 'print JSON')
      .action(async (names: string[], flags: Flags) => {
        // All or nothing: a mistyped number changes none.
        const steered = await withDatabase(flags, (db) =>
          db.transaction(async (tx) => {
            const found: SteeredSource[] = [];
            for (const wanted of names) {
              const source = await steer(tx, wanted);
              if (source === null)
                throw new CommandError(
                  `there is no source ${wanted}: see "sources list"; nothing was changed`,
                );
              found.push(source);
            }
            return found;
          }),
        );
        const lines = steered.map(({ id, title, changed }) => `${id}  ${title}: ${changed ? done : already}`);
        print(steered, flags.json, lines.join('\n'));
      });
  }
}
