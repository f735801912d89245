import { setTimeout as sleep } from 'node:timers/promises';
import { localDate } from '@aftermath/core';
import {
  countUnread,
  type Database,
  ensureTasks,
  findWatch,
  lastEditionDate,
  readSetting,
  saveWatch,
  writeSetting,
} from '@aftermath/db';
import { editionKey } from '@aftermath/mailer';
import { placeSampleWatch, SAMPLE_WATCH_FILE, startSampleServer } from '@aftermath/sample';
import type { Logger } from '@aftermath/telemetry';
import { z } from 'zod';
import { loadWatch } from './load-watch.ts';

const SETTING = 'sample';
/** The sample tells of this many days, the last of them the day it was installed. */
const DAYS = 14;
/** Between two looks at whether the sample's articles are read. */
const UNREAD_LOOK_MS = 500;

const settingSchema = z.object({ watchId: z.string(), anchor: z.iso.datetime(), port: z.number().int() });

/** The sample's own feed server, for as long as the sample is installed. */
export interface OpenSample {
  /** `host:port` that may be fetched from although it is loopback. */
  readonly host: string;
  close(): Promise<void>;
}

/**
 * Installs the sample watch: its articles lie in the two weeks up to now, and its server's port is kept (article
 * addresses hold it).
 */
export async function installSample(db: Database, log: Logger): Promise<void> {
  const watch = await loadWatch(SAMPLE_WATCH_FILE);
  const clock = { now: () => new Date() };
  const anchor = new Date(clock.now().getTime() - (DAYS - 1) * 86_400_000);
  const server = await startSampleServer({ anchor, clock, port: 0, host: '127.0.0.1' });
  await server.close();
  const port = Number(new URL(server.url).port);
  await db.transaction(async (tx) => {
    await saveWatch(tx, placeSampleWatch(watch, server.url, anchor));
    await writeSetting(tx, SETTING, { watchId: watch.id, anchor: anchor.toISOString(), port });
  });
  log.info(
    { watch: watch.id },
    'sample watch added; remove it with: npm run -s aftermath -- watch remove sample',
  );
}

async function findSample(db: Database) {
  const setting = settingSchema.safeParse(await readSetting(db.orm, SETTING));
  const watch = setting.success ? await findWatch(db.orm, setting.data.watchId) : null;
  return setting.success && watch !== null ? { ...setting.data, watch } : null;
}

/** Starts the sample's server if the sample is installed. A port that was taken meanwhile leaves the sample unread, and says so. */
export async function openSample(db: Database, log: Logger): Promise<OpenSample | null> {
  const installed = await findSample(db);
  if (installed === null) return null;
  const { anchor, port } = installed;
  try {
    const server = await startSampleServer({
      anchor: new Date(anchor),
      clock: { now: () => new Date() },
      port,
      host: '127.0.0.1',
    });
    return { host: `127.0.0.1:${port}`, close: () => server.close() };
  } catch (error) {
    log.warn(
      { err: error, port },
      "the sample's port is taken by another program: the sample stays as it is",
    );
    return null;
  }
}

/**
 * Has the sample's first digest made as soon as its articles are read and classified, however long that takes, so that
 * it says all there is to say. A restart goes on waiting.
 */
export async function makeFirstDigest(db: Database, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !(await addFirstDigest(db)))
    await sleep(UNREAD_LOOK_MS, undefined, { signal }).catch(() => undefined);
}

/** One look at whether the sample's first digest can be made. True: nothing is left to wait for. */
export async function addFirstDigest(db: Database): Promise<boolean> {
  const installed = await findSample(db);
  if (installed === null) return true;
  const { watch } = installed;
  const date = localDate(new Date(), watch.definition.digest.timeZone);
  if ((await lastEditionDate(db.orm, watch.id, date)) !== null) return true;
  if ((await countUnread(db.orm, watch.id)) > 0) return false;
  await db.transaction((tx) => ensureTasks(tx, [{ stage: 'edition', key: editionKey(watch.id, date) }]));
  return true;
}
