import { Command, CommanderError } from 'commander';
import { CommandError } from './command-error.ts';
import { oneLine } from './one-line.ts';

type AddCommand = (program: Command, exit: (code: number) => void) => void;

/** Loaded when asked for: `classify` needs no database, and `status` no parser. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  start: async () => (await import('./commands/start.ts')).addStart,
  stop: async () => (await import('./commands/stop.ts')).addStop,
  status: async () => (await import('./commands/status.ts')).addStatus,
  watch: async () => (await import('./commands/watch.ts')).addWatch,
  sources: async () => (await import('./commands/sources.ts')).addSources,
  digest: async () => (await import('./commands/digest.ts')).addDigest,
  export: async () => (await import('./commands/export.ts')).addExport,
  quarantine: async () => (await import('./commands/quarantine.ts')).addQuarantine,
  classify: async () => (await import('./commands/classify.ts')).addClassify,
  extract: async () => (await import('./commands/extract.ts')).addExtract,
  group: async () => (await import('./commands/group.ts')).addGroup,
  'parse-feed': async () => (await import('./commands/parse-feed.ts')).addParseFeed,
  replay: async () => (await import('./commands/replay.ts')).addReplay,
};

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
  const asked = COMMANDS[args[0] ?? ''];
  for (const load of asked === undefined ? Object.values(COMMANDS) : [asked]) {
    const add = await load();
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
