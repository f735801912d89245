import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { ensureCluster, readPassword } from './cluster.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { findPlace, type Place } from './place.ts';
import { runningServer } from './postmaster-pid.ts';
import { startServer, stopServer } from './server.ts';
import { PostgresStartError, refuseFullDisk } from './start-error.ts';

/** A server that another process just started or stopped is waited for so long. */
const SETTLE_MS = 30_000;
const SETTLE_POLL_MS = 50;
/** Between two attempts to bring back a server that was lost. */
const RESTORE_MS = 1_000;

export interface RunningPostgres {
  readonly connectionString: string;
  /** True when the server was still running, left by a process that was killed. */
  readonly adopted: boolean;
  /** Stops the server: at most some ten seconds, transactions in hand rolled back. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly dataDir: string;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
}

/**
 * Starts a private PostgreSQL server on a data folder, making it first if need be, or adopts the one that a
 * killed process left running. The server is in a session of its own: Ctrl-C at the terminal reaches us alone.
 * When it dies (the kernel may kill it for want of memory) it is started again on the same port.
 *
 * @throws PostgresStartError, one line that says what to do
 */
export async function startPostgres({ dataDir, log }: PostgresOptions): Promise<RunningPostgres> {
  const place = await findPlace(path.resolve(dataDir), await findBinaries());
  await refuseFullDisk(place.cluster);
  await ensureCluster(place);
  if (place.moved)
    log.info(
      { folder: place.cluster, uid: place.user?.uid },
      'the database is outside the data folder, where the user it runs under can reach it',
    );
  const cluster = { place, dataDir, password: await readPassword(place) };
  const first = await enter(cluster, null);
  const { port, adopted } = first;
  const keeper = keepServer(first, () => enter(cluster, port), log);
  // An end without a stop (a second Ctrl-C, an error that nobody caught) leaves no server behind; kill -9 does.
  process.once('exit', keeper.signalStop);
  let stopped: Promise<void> | null = null;
  return {
    connectionString: urlOf(cluster, port),
    adopted,
    stop: () => {
      // The lock is held until the server is gone: nobody adopts a server that is stopping.
      stopped ??= keeper.end(() => stopServer(place)).finally(() => process.off('exit', keeper.signalStop));
      return stopped;
    },
  };
}

interface Cluster {
  readonly place: Place;
  readonly dataDir: string;
  readonly password: string;
}

interface Entered {
  readonly pid: number;
  readonly port: number;
  readonly lock: FolderLock;
  readonly adopted: boolean;
}

/** Finds the server, or starts it, and takes the folder's lock. */
async function enter(cluster: Cluster, fixedPort: number | null): Promise<Entered> {
  const { place, dataDir } = cluster;
  const deadline = Date.now() + SETTLE_MS;
  let started = false;
  while (Date.now() < deadline) {
    const running = await runningServer(place.cluster);
    if (running === null) {
      await startServer(place, fixedPort);
      started = true;
    } else if (running.port === null) await sleep(SETTLE_POLL_MS);
    else {
      const lock = await lockFolder(urlOf(cluster, running.port), dataDir).catch(async (error) => {
        if (started && error.code !== 'in-use') await stopServer(place);
        throw error;
      });
      if (lock !== null) return { ...running, port: running.port, lock, adopted: !started };
      await sleep(SETTLE_POLL_MS);
    }
  }
  throw new PostgresStartError(
    'failed',
    `the database in ${place.cluster} runs but does not answer: see server.log there, or stop it and start again`,
  );
}

/** Takes the lock again, and starts the server if it is gone, whenever the lock's connection is lost. */
function keepServer(first: Entered, enterAgain: () => Promise<Entered>, log: PostgresOptions['log']) {
  let held = first;
  let ended = false;
  let restoring: Promise<void> = Promise.resolve();
  const restore = async (): Promise<void> => {
    while (!ended) {
      try {
        held = await enterAgain();
        watch(held.lock);
        return;
      } catch (err) {
        log.warn({ err }, 'the embedded database is away; trying again');
        await sleep(RESTORE_MS);
      }
    }
  };
  const watch = (lock: FolderLock): void => {
    lock.once('end', () => {
      if (!ended) restoring = restore();
    });
  };
  watch(first.lock);
  return {
    async end(stop: () => Promise<void>): Promise<void> {
      ended = true;
      await restoring;
      await stop();
      await held.lock.end().catch(() => undefined);
    },
    /** Tells the server to stop (SIGINT: PostgreSQL's fast mode) without waiting for it. */
    signalStop(): void {
      try {
        process.kill(held.pid, 'SIGINT');
      } catch {
        // It is gone already.
      }
    },
  };
}

function urlOf({ password }: Cluster, port: number): string {
  return `postgres://aftermath:${password}@127.0.0.1:${port}/aftermath`;
}
