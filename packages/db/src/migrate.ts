import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

/** Any number will do, as long as every Aftermath process takes the same. */
export const MIGRATION_LOCK = 4_717_001;

/** Brings the schema up to this version. Processes that start together wait for one another. */
export async function migrate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // A server that goes away is told by the query in hand; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
    await apply(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}
