import { readFile, rename, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './place.ts';
import { runProgram } from './run-program.ts';
import { explainFailure } from './start-error.ts';

const START_SECONDS = 60;
/** Sessions end at once, and what is in memory is written out. */
const STOP_SECONDS = 8;
/** After that, a stop that leaves the clearing up to the next start. */
const STOP_AT_ONCE_SECONDS = 2;
/** A killed server's processes notice within this time that it is gone, and free its memory. */
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
  // Helpers of one query share memory in /dev/shm, of which a container may have little; two cores gain nothing.
  'max_parallel_workers_per_gather=0',
  'max_parallel_maintenance_workers=0',
  'timezone=UTC',
  'log_min_messages=warning',
  'idle_in_transaction_session_timeout=60s',
];

/**
 * Starts the server and waits until it answers. When another process is quicker, its server is left alone.
 *
 * @param fixedPort where it has to listen; null: on any free port
 * @throws PostgresStartError
 */
export async function startServer(place: Place, fixedPort: number | null): Promise<void> {
  const logFile = path.join(place.cluster, 'server.log');
  const deadline = Date.now() + ORPHANS_GONE_MS;
  for (;;) {
    // One file per start, the one before it kept: what it says is of this start, and it doesn't grow for ever.
    await rename(logFile, `${logFile}.old`).catch(() => rm(logFile, { force: true }).catch(() => undefined));
    try {
      return await runProgram(
        place.binaries.pgCtl,
        startArguments(place, fixedPort ?? (await freePort()), logFile),
        place.user,
      );
    } catch (error) {
      const said = (await readFile(logFile, 'utf8').catch(() => '')).slice(-4_000);
      if (/lock file "postmaster.pid" already exists/.test(said)) return;
      const passes = /still in use|pre-existing shared memory|Address already in use/i.test(said);
      if (!passes || Date.now() > deadline) throw await explainFailure(error, place.cluster, said);
      await sleep(250);
    }
  }
}

function startArguments({ cluster }: Place, port: number, logFile: string): string[] {
  const settings = [`port=${port}`, ...SETTINGS].map((setting) => `-c ${setting}`).join(' ');
  return [
    'start',
    '--wait',
    `--timeout=${START_SECONDS}`,
    `--pgdata=${cluster}`,
    `--log=${logFile}`,
    `--options=${settings}`,
  ];
}

/** Stops the server within some ten seconds; transactions in hand are rolled back. One that is gone is no error. */
export async function stopServer({ binaries, cluster, user }: Place): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    runProgram(
      binaries.pgCtl,
      ['stop', '--wait', `--timeout=${seconds}`, `--mode=${mode}`, `--pgdata=${cluster}`],
      user,
    );
  await stop('fast', STOP_SECONDS).catch(() =>
    stop('immediate', STOP_AT_ONCE_SECONDS).catch(() => undefined),
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
