import { runApi } from '@aftermath/api';
import { runClassifier } from '@aftermath/classifier';
import type { Config, Role } from '@aftermath/config';
import { checkClock, createTaskStore, type Database } from '@aftermath/db';
import { runExtractor } from '@aftermath/extractor';
import { createFetcher } from '@aftermath/fetch';
import { createMailer } from '@aftermath/mail';
import { runMailer } from '@aftermath/mailer';
import { runStage, type StageRunner } from '@aftermath/pipeline';
import { runPuller } from '@aftermath/puller';
import { createJobQueue } from '@aftermath/queue';
import type { Logger, Metrics } from '@aftermath/telemetry';
import { createStageAlarms } from './stage-alarms.ts';
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
  const fetcher = createFetcher({
    userAgent: config.userAgent,
    allowPrivate: [...config.allowPrivate, ...options.allowPrivate],
  });
  const dashboardUrl = config.publicUrl;
  const roles: Readonly<Record<Role, () => Promise<void>>> = {
    puller: () =>
      runPuller({ db, runStage: runOne, fetcher, clock, pollIntervalMs: config.pollIntervalMs }, signal),
    extractor: () => runExtractor({ db, runStage: runOne, fetcher, clock }, signal),
    classifier: () => runClassifier({ db, runStage: runOne }, signal),
    mailer: () =>
      runMailer(
        { db, runStage: runOne, mailer: createMailer(config.mail), clock, dashboardUrl, onFault },
        signal,
      ),
    api: () =>
      runApi(
        {
          db,
          host: config.host,
          port: config.port,
          webDir,
          hostNames: [new URL(config.publicUrl).hostname],
          checkReady: async () => {
            await checkClock(db);
          },
          onError: (error, url) => log.error({ err: error, url }, 'a request failed'),
          metrics: () => metrics.text(),
          onListening: options.onListening,
        },
        signal,
      ),
  };
  try {
    await Promise.all(config.roles.map((role) => roles[role]()));
  } finally {
    await stopListening();
    await fetcher.close();
    await queue.close();
  }
}
