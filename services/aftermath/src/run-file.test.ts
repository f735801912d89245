import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '@aftermath/config';
import { afterAll, expect, it } from 'vitest';
import { readRunFile, writeRunFile } from './run-file.ts';

const data = mkdtempSync(path.join(tmpdir(), 'aftermath-run-'));
afterAll(() => rmSync(data, { recursive: true }));

it('takes no process for Aftermath that only has the number of one that was killed with its database', async () => {
  const config = { ...readConfig({ data }), databaseUrl: null };
  // Nothing listens on port 1, and the file's process is alive: it is this one.
  await writeRunFile(config, 'postgres://aftermath:secret@127.0.0.1:1/aftermath');
  expect(await readRunFile(config)).toBeNull();
});

it('knows a process with a database elsewhere by its number alone', async () => {
  const config = { ...readConfig({ data }), databaseUrl: 'postgres://elsewhere.example/aftermath' };
  await writeRunFile(config, config.databaseUrl);
  expect(await readRunFile(config)).toMatchObject({ pid: process.pid, embedded: false });
});
