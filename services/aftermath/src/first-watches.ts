import { fileURLToPath } from 'node:url';
import { type Database, listWatches, readSetting, saveWatch, writeSetting } from '@aftermath/db';
import type { Logger } from '@aftermath/telemetry';
import { loadWatch } from './load-watch.ts';
import { installSample } from './sample.ts';

const FIRST_WATCH = fileURLToPath(
  new URL('../../../infra/watches/tren-de-aragua-strike.yaml', import.meta.url),
);
const DONE = 'first-watches-added';

/**
 * On the first start of a data folder: the watch this project is for, and the sample. Never again, and not
 * where somebody has added a watch of their own before.
 */
export async function addFirstWatches(db: Database, log: Logger): Promise<void> {
  if ((await readSetting(db.orm, DONE)) !== undefined) return;
  const own = await listWatches(db.orm);
  if (own.length === 0) {
    const watch = await loadWatch(FIRST_WATCH);
    await db.transaction((tx) => saveWatch(tx, watch));
    log.info(
      { watch: watch.id, sources: watch.sources.length },
      'watch added; its sources are looked at now, see "sources"',
    );
    await installSample(db, log);
  }
  await writeSetting(db.orm, DONE, true);
}
