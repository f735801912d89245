import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '@aftermath/db';
import { startPostgres } from '@aftermath/postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database that tests clone: migrated and empty. */
    templateUrl: string;
  }
}

/** One real PostgreSQL for a run of the tests, in a folder that goes with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'aftermath-postgres-'));
  const server = await startPostgres({ dataDir, log: { info: () => undefined, warn: () => undefined } });
  await migrate(server.connectionString);
  project.provide('templateUrl', server.connectionString);
  return async () => {
    await server.stop();
    // As root the cluster may be elsewhere, with a link to it in the data folder.
    await rm(await realpath(path.join(dataDir, 'postgres')), { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  };
}
