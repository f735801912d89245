import type { Config } from '@aftermath/config';
import { type Database, migrate, openDatabase } from '@aftermath/db';
import { type RunningPostgres, startPostgres } from '@aftermath/postgres';
import type { Logger } from '@aftermath/telemetry';

/** An open database with its schema up to date, and the server behind it when that is ours. */
export interface Installation {
  readonly db: Database;
  readonly connectionString: string;
  /** True when no other process can be using this database: it is embedded, and we hold its folder. */
  readonly exclusive: boolean;
  close(): Promise<void>;
}

/** Opens the database of `DATABASE_URL`, or starts the embedded one in the data folder, and migrates it. */
export async function openInstallation(config: Config, log: Logger): Promise<Installation> {
  const server: RunningPostgres | null =
    config.databaseUrl === null ? await startPostgres({ dataDir: config.dataDir, log }) : null;
  const connectionString = server?.connectionString ?? config.databaseUrl ?? '';
  const db = openDatabase({
    connectionString,
    onError: (error) => log.warn({ err: error }, 'database connection lost'),
  });
  const close = async () => {
    await db.close();
    await server?.stop();
  };
  try {
    await migrate(connectionString);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, connectionString, exclusive: server !== null, close };
}
