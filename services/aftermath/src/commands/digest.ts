import { mkdir } from 'node:fs/promises';
import { readConfig } from '@aftermath/config';
import { buildEdition } from '@aftermath/core';
import {
  addTasks,
  type Database,
  findEdition,
  findWatch,
  type LedgerRow,
  listDeliveries,
  listEditions,
  listLedger,
  readEditionInput,
  type WatchRow,
} from '@aftermath/db';
import { createMailer, messageId, renderEdition } from '@aftermath/mail';
import { editionKey } from '@aftermath/mailer';
import type { Command } from 'commander';
import { z } from 'zod';
import { requireDate } from '../calendar-date.ts';
import { CommandError } from '../command-error.ts';
import { print } from '../print.ts';
import { withDatabase } from '../with-database.ts';
import { addDigestRecipients } from './digest-recipients.ts';
import { addDigestVerify } from './digest-verify.ts';
import { writeEdition } from './replay.ts';

interface Flags {
  readonly data?: string;
  readonly json?: boolean;
}

interface EditionFlags extends Flags {
  readonly watch: string;
  readonly date: string;
}

export function addDigest(program: Command, exit: (code: number) => void): void {
  const digest = program.command('digest').description('list, build and send editions');
  const onDatabase = (name: string, description: string) =>
    digest
      .command(name)
      .description(description)
      .option('--data <dir>', 'the data folder')
      .option('--json', 'print JSON');

  addDigestVerify(digest, exit);
  addDigestRecipients(digest);

  onDatabase('list', 'list the editions and what became of their deliveries').action(async (flags: Flags) => {
    const editions = await withDatabase(flags, async ({ orm }) => {
      const rows = await listEditions(orm);
      return Promise.all(
        rows.map(async (row) => ({ ...row, deliveries: await listDeliveries(orm, row.id) })),
      );
    });
    const lines = editions.map(({ id, watchId, date, deliveries }) => {
      const states = deliveries.map(({ recipient, state }) => `${recipient} ${state}`).join(', ');
      return `${id}  ${watchId} ${date}  ${states}`;
    });
    print(editions, flags.json, lines.length === 0 ? 'no edition yet' : lines.join('\n'));
  });

  onDatabase('ledger', 'print what was first seen when, by category, country and actor')
    .requiredOption('--watch <id>', 'the watch')
    .action(async (flags: Flags & { watch: string }) => {
      const entries = await withDatabase(flags, async (db) => {
        await requireWatch(db, flags.watch);
        return listLedger(db.orm, flags.watch);
      });
      const lines = entries.map(ledgerLine);
      print(entries, flags.json, lines.length === 0 ? 'nothing seen yet' : lines.join('\n'));
    });

  onDatabase(
    'build',
    "write a date's edition to a folder: as it went out, or what it would be now; sends nothing",
  )
    .requiredOption('--watch <id>', 'the watch')
    .requiredOption('--date <date>', "YYYY-MM-DD in the watch's zone")
    .requiredOption('--out <dir>', 'folder for the HTML, text and JSON')
    .action(async (flags: EditionFlags & { out: string }) => {
      requireDate(flags.date);
      await mkdir(flags.out, { recursive: true });
      const { edition, frozen } = await withDatabase(flags, (db) => editionOf(db, flags.watch, flags.date));
      await writeEdition(flags.out, flags.date, edition);
      print(
        { watch: flags.watch, date: flags.date, frozen },
        flags.json,
        frozen ? 'written as it went out' : 'written as it would be now',
      );
    });

  onDatabase('send', "send a date's edition now instead of at its time; once, like any edition")
    .requiredOption('--watch <id>', 'the watch')
    .requiredOption('--date <date>', "YYYY-MM-DD in the watch's zone")
    .option('--test <address>', 'send it to this address only, as it would be now; nothing is frozen')
    .action(async (flags: EditionFlags & { test?: string }) => {
      requireDate(flags.date);
      if (flags.test !== undefined) return sendTest({ ...flags, to: flags.test });
      await withDatabase(flags, async (db) => {
        await requireWatch(db, flags.watch);
        const sent = await findEdition(db.orm, { watchId: flags.watch, date: flags.date });
        if (sent !== null)
          throw new CommandError(`the edition of ${flags.date} has gone out already: see "digest list"`);
        await db.transaction((tx) =>
          addTasks(tx, [{ stage: 'edition', key: editionKey(flags.watch, flags.date) }]),
        );
      });
      print(
        { watch: flags.watch, date: flags.date },
        flags.json,
        'due now; it goes out as soon as Aftermath runs',
      );
    });
}

/** Sends a date's edition to one address through the mail server that is set, and says what that answered. */
async function sendTest({ to, watch, date, data, json }: EditionFlags & { to: string }): Promise<void> {
  if (!z.email().safeParse(to).success) throw new CommandError(`${to} is not a mail address`, 2);
  const { edition } = await withDatabase({ ...(data === undefined ? {} : { data }) }, (db) =>
    editionOf(db, watch, date),
  );
  const at = new Date();
  const outcome = await createMailer(readConfig({ ...(data === undefined ? {} : { data }) }).mail).send({
    messageId: messageId(`test:${editionKey(watch, date)}`, at.toISOString(), to),
    to,
    subject: `[TEST] ${edition.subject}`,
    html: edition.html,
    text: edition.text,
    listId: watch,
    date: at,
  });
  const said = outcome.state === 'unknown' ? outcome.reason : outcome.response;
  if (outcome.state !== 'accepted') throw new CommandError(`the test mail was not taken: ${said}`);
  print({ watch, date, to, state: outcome.state, response: said }, json, `taken: ${said}`);
}

function ledgerLine({
  category,
  country,
  actor,
  publishedAt,
  seenAt,
  quote,
  url,
  history,
}: LedgerRow): string {
  const of = [category, country, actor].filter((part) => part !== '').join(' · ');
  const published = publishedAt?.toISOString() ?? 'date unknown';
  const before = history.length === 0 ? '' : `\n  put right ${history.length} times`;
  return `${of}\n  published ${published}, came in ${seenAt.toISOString()}\n  “${quote.replaceAll(/[\s\p{Cc}]+/gu, ' ')}”\n  ${url}${before}`;
}

async function editionOf(db: Database, watchId: string, date: string) {
  const watch = await requireWatch(db, watchId);
  const stored = await findEdition(db.orm, { watchId, date });
  if (stored !== null) return { edition: stored, frozen: true };
  const input = await readEditionInput(db.orm, watch, { date, builtAt: new Date(), dashboardUrl: null });
  return { edition: await renderEdition(buildEdition(input)), frozen: false };
}

async function requireWatch(db: Database, id: string): Promise<WatchRow> {
  const watch = await findWatch(db.orm, id);
  if (watch === null) throw new CommandError(`there is no watch ${id}: see "watch list"`);
  return watch;
}
