import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { asUser, ensureCluster, readPassword } from './cluster.ts';
import { findPlace, type Place } from './place.ts';
import { runningServer } from './postmaster-pid.ts';
import { type ServerUser, serverUser } from './server-user.ts';
import { diskFull, PostgresStartError } from './start-error.ts';

const run = promisify(execFile);

/** Held by the one process that may use a data folder; the number is ours to choose. */
const FOLDER_LOCK = 4_717_000;
const START_SECONDS = 60;
const STOP_SECONDS = 6;
/** Processes of a killed server notice within this time that it is gone, and free its memory. */
const ORPHANS_GONE_MS = 10_000;

/** For a small machine; durability is not traded away. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'shared_buffers=64MB',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=512MB',
  'timezone=UTC',
  'log_min_messages=warning',
  'idle_in_transaction_session_timeout=60s',
];

export interface RunningPostgres {
  readonly connectionString: string;
  /** True when the server was still running, left by a process that was killed. */
  readonly adopted: boolean;
  /** Stops the server: at most some ten seconds, in-hand transactions rolled back. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly dataDir: string;
  readonly log: { info(fields: object, message: string): void };
}

/**
 * Starts a private PostgreSQL server on a data folder, making it first if need be, or adopts the one that a
 * killed process left running. It is no child of ours in the terminal's eyes: Ctrl-C reaches us alone.
 *
 * @throws PostgresStartError, one line that says what to do
 */
export async function startPostgres({ dataDir, log }: PostgresOptions): Promise<RunningPostgres> {
  const user = await serverUser();
  const place = await findPlace(path.resolve(dataDir), await findBinaries(), user);
  await ensureCluster(place, user);
  if (place.moved) log.info({ folder: place.cluster, user: user?.name }, 'the database is outside the data folder, where its user can reach it');
  const running = await runningServer(place.cluster);
  const port = running?.port ?? (await startServer(place, user));
  const connectionString = `postgres://aftermath:${await readPassword(place)}@127.0.0.1:${port}/aftermath`;
  const unlock = await lockFolder(connectionString, dataDir);
  let stopped: Promise<void> | null = null;
  return {
    connectionString,
    adopted: running !== null,
    stop: () => {
      stopped ??= unlock().then(() => stopServer(place, user));
      return stopped;
    },
  };
}

async function startServer(place: Place, user: ServerUser | null): Promise<number> {
  const port = await freePort();
  const logFile = path.join(place.cluster, 'server.log');
  const settings = [`port=${port}`, ...SETTINGS].map((setting) => `-c ${setting}`).join(' ');
  const args = ['start', '--wait', `--timeout=${START_SECONDS}`, `--pgdata=${place.cluster}`, `--log=${logFile}`, `--options=${settings}`];
  const deadline = Date.now() + ORPHANS_GONE_MS;
  for (;;) {
    try {
      await run(place.binaries.pgCtl, args, asUser(user));
      return port;
    } catch (error) {
      const said = await lastLines(logFile);
      if (!/still in use|pre-existing shared memory/i.test(said) || Date.now() > deadline) throw explainStart(error, said, place);
      await sleep(250);
    }
  }
}

function explainStart(cause: unknown, said: string, { cluster }: Place): PostgresStartError {
  if (/No space left on device/i.test(said)) return diskFull(cluster, cause);
  const reason = said.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? (cause as Error).message;
  return new PostgresStartError('failed', `the database in ${cluster} could not be started: ${reason.trim()}`, { cause });
}

async function stopServer(place: Place, user: ServerUser | null): Promise<void> {
  const stop = (mode: string) =>
    run(place.binaries.pgCtl, ['stop', '--wait', `--timeout=${STOP_SECONDS}`, `--mode=${mode}`, `--pgdata=${place.cluster}`], asUser(user));
  await stop('fast').catch(() => stop('immediate').catch(() => undefined));
}

/**
 * Makes sure that we are alone on the data folder, by a lock that ends with our connection, however we end.
 * Makes the database on its first use.
 */
async function lockFolder(connectionString: string, dataDir: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: connectionString.replace(/\/aftermath$/, '/postgres'), keepAlive: true });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [FOLDER_LOCK]);
    if (rows[0]?.locked !== true)
      throw new PostgresStartError('in-use', `another Aftermath is using the data folder ${dataDir}: stop it (aftermath stop), or give another folder with --data`);
    const made = await client.query("select 1 from pg_database where datname = 'aftermath'");
    if (made.rowCount === 0) await client.query('create database aftermath');
    return () => client.end();
  } catch (error) {
    await client.end().catch(() => undefined);
    if (error instanceof PostgresStartError) throw error;
    throw new PostgresStartError('failed', `the database of ${dataDir} does not answer: ${(error as Error).message}`, { cause: error });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function lastLines(file: string): Promise<string> {
  const content = await readFile(file, 'utf8').catch(() => '');
  return content.slice(-4_000);
}
