import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '@aftermath/db';
import { type RunningPostgres, startPostgres } from '@aftermath/postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers with the address of the database that tests clone; the first question starts its server. */
    templateAddress: string;
    /** A Redis server, or null where the run was given none. */
    redisUrl: string | null;
    /** A browser's program, or null where the run was given none. */
    chromiumPath: string | null;
  }
}

interface TemplateServer {
  readonly templateUrl: string;
  stop(): Promise<void>;
}

/** Offers one real PostgreSQL to a run of the tests; a run that asks for none starts none. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let template: Promise<TemplateServer> | null = null;
  const desk = createServer((_request, response) => {
    template ??= startTemplateServer();
    template.then(
      ({ templateUrl }) => response.end(templateUrl),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  project.provide('templateAddress', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.close();
    desk.closeAllConnections();
    await template?.then((server) => server.stop());
  };
}

/** A server whose database `aftermath` is migrated and empty, in a folder that goes with it. */
async function startTemplateServer(): Promise<TemplateServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'aftermath-postgres-'));
  // As root the server runs as another user, who has to pass.
  await chmod(dataDir, 0o755);
  const quiet = { info: () => undefined, warn: () => undefined };
  const server: RunningPostgres = await startPostgres({ dataDir, log: quiet });
  await makeForgetful(server.connectionString);
  await migrate(server.connectionString);
  return {
    templateUrl: server.connectionString,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A test's data need not survive a power cut: nothing waits for the disk. */
async function makeForgetful(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
