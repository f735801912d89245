import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import * as schema from './schema/index.ts';

type Drizzle = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Drizzle['transaction']>[0]>[0];
/** What repositories read and write through: the database, or a transaction of it. */
export type Executor = Drizzle | Transaction;

export interface Database {
  readonly orm: Drizzle;
  /** Runs `work` in one transaction; rolled back when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Calls `heard` when another process writes tasks of a stage. Returns a function that stops listening. */
  onTasks(heard: (stage: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connectionString: string;
  /** Connections at most; PostgreSQL's own default limit is 100 over all processes. */
  readonly connectionsMax?: number;
  /** A connection lost while idle; the pool opens another. */
  readonly onError?: (error: Error) => void;
}

/** Opens a pool. Nothing is connected until the first query. */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.connectionsMax ?? 16,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 60_000,
    application_name: 'aftermath',
  });
  pool.on('error', (error) => options.onError?.(error));
  const orm = drizzle(pool, { schema, casing: 'snake_case' });
  return {
    orm,
    transaction: (work) => orm.transaction(work),
    onTasks: (heard) => listen(options, heard),
    close: () => pool.end(),
  };
}

/** One connection that hears NOTIFY; when it is lost, callers still poll, and it is opened again. */
async function listen(
  options: DatabaseOptions,
  heard: (stage: string) => void,
): Promise<() => Promise<void>> {
  let closed = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: options.connectionString, keepAlive: true });
    next.on('notification', (message) => heard(message.payload ?? ''));
    next.on('error', (error) => options.onError?.(error));
    next.on('end', () => {
      if (!closed) retry = setTimeout(() => void connect().catch((error) => options.onError?.(error)), 1_000);
    });
    await next.connect();
    await next.query('LISTEN aftermath_tasks');
    client = next;
  };
  await connect();
  return async () => {
    closed = true;
    clearTimeout(retry);
    await client?.end();
  };
}
