import { readConfig } from '@aftermath/config';
import { type Database, openDatabase } from '@aftermath/db';
import { createLogger } from '@aftermath/telemetry';
import { openInstallation } from './installation.ts';
import { readRunFile } from './run-file.ts';

/**
 * Does something with the database: through the running process's server if there is one, else by starting
 * the embedded server for as long as it takes.
 */
export async function withDatabase<T>(
  flags: { readonly data?: string },
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const config = readConfig(flags);
  const running = config.databaseUrl === null ? await readRunFile(config) : null;
  const opened =
    running === null
      ? await openInstallation(config, createLogger({ level: 'warn', pretty: config.logPretty }))
      : connect(running.connectionString);
  try {
    return await work(opened.db);
  } finally {
    await opened.close();
  }
}

function connect(connectionString: string): { db: Database; close: () => Promise<void> } {
  const db = openDatabase({ connectionString, connectionsMax: 2 });
  return { db, close: () => db.close() };
}
