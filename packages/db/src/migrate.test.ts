import { createTestDatabase, startCuttableProxy } from '@aftermath/testkit';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import { MIGRATION_LOCK, migrate } from './migrate.ts';

it('a migration whose server goes away fails, and the process lives', async () => {
  const database = await createTestDatabase();
  const proxy = await startCuttableProxy(database.connectionString);
  const other = new pg.Client({ connectionString: database.connectionString });
  await other.connect();
  try {
    await other.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrating = migrate(proxy.url);
    const failed = expect(migrating).rejects.toThrow('Connection terminated unexpectedly');
    await vi.waitFor(async () => {
      const waiting = await other.query(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
      );
      expect(waiting.rowCount).toBe(1);
    });
    proxy.cut();
    await failed;
  } finally {
    await other.end();
    await proxy.close();
    await database.drop();
  }
});
