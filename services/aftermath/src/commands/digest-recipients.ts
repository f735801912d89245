import { findWatch, listStopped, resumeRecipient } from '@aftermath/db';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
  readonly watch: string;
}

/** `digest recipients` and `digest resume`: who gets the mail of a watch, and who no longer does. */
export function addDigestRecipients(digest: Command): void {
  digest
    .command('recipients')
    .description('list who gets the digest of a watch, and who unsubscribed or could not be reached')
    .requiredOption('--watch <id>', 'the watch')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const recipients = await withDatabase(flags, async ({ orm }) => {
        const watch = await findWatch(orm, flags.watch);
        if (watch === null) throw new CommandError(`there is no watch ${flags.watch}: see "watch list"`);
        const stopped = new Map((await listStopped(orm, watch.id)).map((row) => [row.recipient, row]));
        return watch.definition.digest.recipients.map((recipient) => {
          const stop = stopped.get(recipient.toLowerCase());
          return { recipient, state: stop?.reason ?? 'active', response: stop?.response ?? null };
        });
      });
      const lines = recipients.map(({ recipient, state, response }) =>
        [recipient, state, response].filter((part) => part !== null).join('  '),
      );
      print(
        recipients,
        flags.json,
        lines.length === 0 ? 'no recipient: see "digest" in the watch file' : lines.join('\n'),
      );
    });

  digest
    .command('resume')
    .description(
      'send digests again to a recipient whose mail was refused, or who unsubscribed and asks for it',
    )
    .requiredOption('--watch <id>', 'the watch')
    .requiredOption('--recipient <address>', 'the address')
    .option('--data <dir>', 'the data folder')
    .option('--json', 'print JSON')
    .action(async (flags: Flags & { recipient: string }) => {
      const { watch: watchId, recipient } = flags;
      const resumed = await withDatabase(flags, ({ orm }) => resumeRecipient(orm, { watchId, recipient }));
      if (!resumed) throw new CommandError(`${recipient} was not stopped: see "digest recipients"`);
      print({ watch: watchId, recipient }, flags.json, 'gets the next digest');
    });
}
