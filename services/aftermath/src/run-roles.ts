import type { Config, Role } from '@aftermath/config';
import { checkClock, createTaskStore, type Database } from '@aftermath/db';
import { createFetcher } from '@aftermath/fetch';
import { runStage, type StageRunner } from '@aftermath/pipeline';
import { createJobQueue } from '@aftermath/queue';
import { createHealth, type Logger, type Metrics } from '@aftermath/telemetry';
import { createStageAlarms } from './stage-alarms.ts';
import { readStanding } from './standing.ts';
import { logTask } from './task-log.ts';
import { webDir } from './web-dir.ts';

export interface RolesOptions {
  readonly config: Config;
  readonly db: Database;
  readonly connectionString: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Hosts that may be fetched from although they are not public: the sample's own server. */
  readonly allowPrivate: readonly string[];
  readonly onListening: (url: string) => void;
}

/**
 * Runs the configured roles in this process until `signal` is aborted, then lets them finish what they have
 * in hand. The composition of the whole program is here.
 */
export async function runRoles(options: RolesOptions, signal: AbortSignal): Promise<void> {
  const { config, db, connectionString, log, metrics } = options;
  await checkClock(db);
  const queue = await createJobQueue(
    config.redisUrl === null
      ? { kind: 'postgres', connectionString }
      : { kind: 'redis', url: config.redisUrl },
    (error, stage) => log.warn({ err: error, stage }, 'the queue had a fault; it goes on'),
  );
  const alarms = createStageAlarms();
  const stopListening = await db.onTasks(alarms.ring);
  const clock = { now: () => new Date() };
  const store = createTaskStore(db);
  const onFault = (error: unknown) => log.error({ err: error }, 'could not reach the tasks; trying again');
  const runOne: StageRunner = (stage, handler, stageSignal) =>
    runStage(
      {
        stage,
        store,
        queue,
        handler,
        clock,
        onTasks: (wake) => alarms.subscribe(stage, wake),
        onEvent: (event) => logTask(event, log, metrics),
        onFault,
      },
      stageSignal,
    );
  readStanding(metrics, db, queue);
  const health = createHealth({
    database: () => checkClock(db),
    queue: async () => {
      await queue.depth('pull');
    },
  });
  const fetcher = createFetcher({
    userAgent: config.userAgent,
    allowPrivate: [...config.allowPrivate, ...options.allowPrivate],
  });
  // Each loads its own code: a process of one role holds no other's.
  const load = createLoader();
  const roles: Readonly<Record<Role, () => Promise<void>>> = {
    api: async () => {
      const { runApi } = await load(() => import('@aftermath/api'));
      const { host, port, publicUrl } = config;
      const hostNames = [new URL(publicUrl).hostname];
      const onError = (error: unknown, url: string) => log.error({ err: error, url }, 'a request failed');
      const { onListening } = options;
      const about = { db, health, metrics: metrics.text, webDir, hostNames, publicUrl };
      await runApi({ ...about, host, port, onError, onListening }, signal);
    },
    puller: async () => {
      const { runPuller } = await load(() => import('@aftermath/puller'));
      const { pollIntervalMs } = config;
      await runPuller({ db, runStage: runOne, fetcher, clock, pollIntervalMs }, signal);
    },
    extractor: async () => {
      const { runExtractor } = await load(() => import('@aftermath/extractor'));
      await runExtractor({ db, runStage: runOne, fetcher, clock }, signal);
    },
    classifier: async () => {
      const { runClassifier } = await load(() => import('@aftermath/classifier'));
      await runClassifier({ db, runStage: runOne }, signal);
    },
    mailer: async () => {
      const { createMailer } = await load(() => import('@aftermath/mail'));
      const { runMailer } = await load(() => import('@aftermath/mailer'));
      const mailer = createMailer(config.mail);
      const dashboardUrl = config.publicUrl;
      await runMailer({ db, runStage: runOne, mailer, clock, dashboardUrl, onFault }, signal);
    },
  };
  try {
    await Promise.all(config.roles.map((role) => roles[role]()));
  } finally {
    await stopListening();
    await fetcher.close();
    await queue.close();
  }
}

/** Loads one module at a time, so that requests are answered between two: the API is the first role of all. */
function createLoader(): <T>(load: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (load) => {
    const loaded = last.then(load, load);
    last = loaded;
    return loaded;
  };
}
