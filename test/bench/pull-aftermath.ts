import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { addTasks, migrate, openDatabase, saveWatch, sourceHealth } from '@aftermath/db';
import { startPostgres } from '@aftermath/postgres';
import { aWatch } from '@aftermath/testkit';
import type { Run } from './measurement.ts';
import { serverCpuSeconds } from './server-cpu.ts';

export interface PullRounds {
  readonly fresh: Run;
  readonly unchanged: Run;
}

/**
 * Polls every feed twice, into a new database in `folder`.
 *
 * @throws when a feed was not stored whole
 */
export async function pullByAftermath(
  folder: string,
  urls: readonly string[],
  itemsPerFeed: number,
): Promise<PullRounds> {
  const log = { info: () => undefined, warn: () => undefined };
  const { connectionString, stop } = await startPostgres({ dataDir: folder, log });
  const db = openDatabase({ connectionString, connectionsMax: 1 });
  try {
    await migrate(connectionString);
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources: urls.map(source) })));
    await putOff(db);
    const rounds = await runWorker(
      [connectionString, new URL(urls[0] ?? '').host],
      path.join(folder, 'postgres'),
    );
    const { rows } = await db.orm.execute('select count(*)::int as items from items');
    if (rows[0]?.items !== urls.length * itemsPerFeed) throw new Error(`${rows[0]?.items} items were stored`);
    return {
      fresh: { ...rounds.fresh, done: urls.length * itemsPerFeed },
      unchanged: { ...rounds.unchanged, done: urls.length },
    };
  } finally {
    await db.close();
    await stop();
  }
}

function source(url: string) {
  return {
    title: url,
    url,
    kind: 'feed',
    country: 'XX',
    lang: 'en',
    reliability: 'B',
    verified: true,
  } as const;
}

/** New sources are due at once: these wait for the worker's word. */
async function putOff(db: ReturnType<typeof openDatabase>): Promise<void> {
  const dueAt = new Date('2999-01-01');
  const sources = await sourceHealth(db.orm);
  await addTasks(
    db.orm,
    sources.map(({ id }) => ({ stage: 'pull' as const, key: String(id), dueAt })),
  );
}

type Cost = Omit<Run, 'done'>;

async function runWorker(
  args: readonly string[],
  cluster: string,
): Promise<{ fresh: Cost; unchanged: Cost }> {
  const worker = fork(path.join(import.meta.dirname, 'pull-worker.mjs'), args, { execArgv: [] });
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`the puller ended with ${code}`);
  });
  ended.catch(() => undefined);
  const hear = async () => {
    const [message] = (await Promise.race([once(worker, 'message'), ended])) as [Cost];
    return { message, databaseSeconds: serverCpuSeconds(cluster) };
  };
  const measureRound = async (before: number | null) => {
    worker.send('go on');
    const { message, databaseSeconds } = await hear();
    if (before === null || databaseSeconds === null) return { cost: message, databaseSeconds };
    return { cost: { ...message, databaseCpuSeconds: databaseSeconds - before }, databaseSeconds };
  };
  const ready = await hear();
  const fresh = await measureRound(ready.databaseSeconds);
  const unchanged = await measureRound(fresh.databaseSeconds);
  worker.send('go on');
  await ended.catch(() => undefined);
  return { fresh: fresh.cost, unchanged: unchanged.cost };
}
