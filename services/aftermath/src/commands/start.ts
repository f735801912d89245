import { ROLES, type Role, readConfig } from '@aftermath/config';
import { releaseLeases } from '@aftermath/db';
import { createLogger, createMetrics } from '@aftermath/telemetry';
import type { Command } from 'commander';
import { addFirstWatches } from '../first-watches.ts';
import { requireFreePort } from '../free-port.ts';
import { openInstallation } from '../installation.ts';
import { removeRunFile, writeRunFile } from '../run-file.ts';
import { shutdownSignal } from '../shutdown.ts';

interface StartFlags {
  readonly roles?: readonly Role[];
  readonly data?: string;
  readonly port?: string;
}

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run Aftermath until it is interrupted')
    .option('--roles <list>', `comma-separated: ${ROLES.join(', ')} (default: all)`, (list) =>
      list.split(','),
    )
    .option('--data <dir>', 'folder for the database and the outbox')
    .option('--port <number>', 'port of the dashboard and the API')
    .action((flags: StartFlags) => start(flags));
}

async function start(flags: StartFlags): Promise<void> {
  const config = readConfig(flags);
  const log = createLogger({ level: config.logLevel, pretty: config.logPretty });
  const signal = shutdownSignal(log);
  if (config.roles.includes('api')) await requireFreePort(config.host, config.port);
  // Most of a start is the loading of code: PostgreSQL can start meanwhile.
  const loading = Promise.all([import('../run-roles.ts'), import('../sample.ts')]);
  const installation = await openInstallation(config, log);
  const { db, connectionString, exclusive } = installation;
  try {
    const [{ runRoles }, { openSample, makeFirstDigest }] = await loading;
    if (exclusive) await releaseLeases(db.orm);
    await addFirstWatches(db, log);
    const sample = await openSample(db, log);
    await writeRunFile(config, connectionString);
    try {
      const onListening = (url: string) => {
        process.stdout.write(`Aftermath is running: ${url}\n`);
        if (config.mail.smtp === null)
          log.info(
            { outbox: config.mail.outboxDir },
            'no SMTP server is configured: nothing is sent, digests are written to the outbox folder',
          );
      };
      const metrics = createMetrics();
      const allowPrivate = sample === null ? [] : [sample.host];
      const firstDigest =
        sample === null
          ? undefined
          : makeFirstDigest(db, signal).catch((error: unknown) =>
              log.warn({ err: error }, "the sample's first digest was not made; the next start makes it"),
            );
      await runRoles({ config, db, connectionString, log, metrics, allowPrivate, onListening }, signal);
      await firstDigest;
    } finally {
      await sample?.close();
      await removeRunFile(config);
    }
  } finally {
    await installation.close();
  }
  log.info('stopped');
  // A name lookup that the system has not answered can't be called off, and would hold the process for seconds.
  process.exit(0);
}
