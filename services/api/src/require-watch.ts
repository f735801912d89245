import { type Database, findWatch, type WatchRow } from '@aftermath/db';
import { ApiProblem } from './problems.ts';

/** @throws ApiProblem `watch-not-found` */
export async function requireWatch(db: Database, id: string): Promise<WatchRow> {
  const watch = await findWatch(db.orm, id);
  if (watch === null) throw new ApiProblem(404, 'watch-not-found', `There is no watch ${id}.`);
  return watch;
}
