import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { addClassify } from './commands/classify.ts';
import { addDigest } from './commands/digest.ts';
import { addExtract } from './commands/extract.ts';
import { addGroup } from './commands/group.ts';
import { addParseFeed } from './commands/parse-feed.ts';
import { addQuarantine } from './commands/quarantine.ts';
import { addReplay } from './commands/replay.ts';
import { addSources } from './commands/sources.ts';
import { addStart } from './commands/start.ts';
import { addStatus } from './commands/status.ts';
import { addStop } from './commands/stop.ts';
import { addWatch } from './commands/watch.ts';
import { oneLine } from './one-line.ts';

const COMMANDS = [
  addStart,
  addStop,
  addStatus,
  addWatch,
  addSources,
  addDigest,
  addQuarantine,
  addClassify,
  addExtract,
  addGroup,
  addParseFeed,
  addReplay,
];

/**
 * Runs one command line and returns its exit code: 0 it worked, 1 it failed, 2 it was called wrongly, 130 it
 * was interrupted. Results go to the standard output, everything else to the standard error.
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('aftermath')
    .description('Follow what comes after an event, with a quote for every claim.')
    .version('0.1.0')
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  for (const add of COMMANDS) {
    add(program, (code) => {
      exitCode = code;
    });
  }
  process.stdout.on('error', endQuietly);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`aftermath: ${oneLine(error)}\n`);
    return error instanceof CommandError ? error.exitCode : 1;
  }
}

/** The reader of a pipe went away (`| head`): nobody is left to tell. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}
