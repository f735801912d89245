import pg from 'pg';
import { explainFailure, PostgresStartError } from './start-error.ts';

/** Held by the one process that may use a data folder; the number is ours to choose. */
const FOLDER_LOCK = 4_717_000;
const CONNECT_MS = 10_000;

/** A server that is not there yet, or not any more: 57P01–57P03 are PostgreSQL's codes for it. */
const PASSING = /^(ECONNREFUSED|ECONNRESET|57P01|57P02|57P03)$/;

/** A connection that holds the lock; the lock ends with it, however it ends. */
export type FolderLock = pg.Client;

/**
 * Makes sure that we are alone on a data folder, and that the database is there. Null: the server does not
 * answer just now, since it is starting or stopping.
 *
 * @throws PostgresStartError `in-use` when another process holds it
 */
export async function lockFolder(connectionString: string, dataDir: string): Promise<FolderLock | null> {
  const client = lockClient(connectionString);
  const name = new URL(connectionString).pathname.slice(1);
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      FOLDER_LOCK,
    ]);
    if (rows[0]?.locked !== true)
      throw new PostgresStartError(
        'in-use',
        `another Aftermath is using the data folder ${dataDir}: stop it (aftermath stop), or give another folder with --data`,
      );
    const made = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (made.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (PASSING.test(code ?? '') || message === 'Connection terminated unexpectedly') return null;
    throw await explainFailure(error, dataDir);
  }
}

/**
 * True when nobody holds the data folder of this server: whoever started it was killed, and perhaps the server
 * with it. One that is there but can't answer (busy, or starting) is taken for held.
 */
export async function isFolderFree(connectionString: string): Promise<boolean> {
  const client = lockClient(connectionString);
  try {
    await client.connect();
    const held = await client.query(
      "select 1 from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1 and objsubid = 1",
      [FOLDER_LOCK],
    );
    return held.rowCount === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function lockClient(connectionString: string): pg.Client {
  const url = new URL(connectionString);
  url.pathname = '/postgres';
  const client = new pg.Client({
    connectionString: url.href,
    application_name: 'aftermath folder lock',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on('error', () => undefined);
  return client;
}
