import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly connectionString: string;
  /** Removes the database, closing what is still connected. */
  drop(): Promise<void>;
}

/** A database of the test's own, cloned from the migrated template in milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await askForTemplate();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    drop: () => asOwner(template, `drop database if exists ${name} with (force)`),
  };
}

/** The first one to ask waits until the server has started. */
async function askForTemplate(): Promise<URL> {
  const response = await fetch(inject('templateAddress'));
  const answer = await response.text();
  if (!response.ok) throw new Error(`the test database could not be started: ${answer}`);
  return new URL(answer);
}

/** PostgreSQL copies a template for one at a time; the others wait their turn. */
async function asOwner(template: URL, statement: string): Promise<void> {
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
