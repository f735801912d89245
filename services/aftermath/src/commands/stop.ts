import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '@aftermath/config';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { isAlive, readRunFile } from '../run-file.ts';

/** The running process drains for up to 8 s and then stops its database. */
const WAIT_MS = 20_000;

export function addStop(program: Command): void {
  program
    .command('stop')
    .description('stop the Aftermath that runs on a data folder, and wait until it has')
    .option('--data <dir>', 'its data folder')
    .action(async (flags: { data?: string }) => {
      const running = await readRunFile(readConfig(flags));
      if (running === null) throw new CommandError('Aftermath is not running on this data folder');
      process.kill(running.pid, 'SIGTERM');
      for (let waited = 0; isAlive(running.pid); waited += 100) {
        if (waited >= WAIT_MS)
          throw new CommandError(`process ${running.pid} has not stopped in ${WAIT_MS / 1_000} s`);
        await sleep(100);
      }
      process.stdout.write('stopped\n');
    });
}
