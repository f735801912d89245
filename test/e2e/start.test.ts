import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { realpath, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';
import { runProgram, startProgram } from './running-program.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** An empty data folder with a watch of its own, so that the built-in ones are not added and no site is read. */
async function dataFolder(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'aftermath-start-'));
  cleanups.push(async () => {
    const cluster = await realpath(path.join(dataDir, 'postgres')).catch(() => dataDir);
    await rm(cluster, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

async function withWatch(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'watch.yaml');
  writeFileSync(file, WATCH);
  const added = runProgram(['watch', 'add', file, '--data', dataDir]);
  expect(await added.ended, added.output.stderr).toBe(0);
  return dataDir;
}

const WATCH = `id: mine
title: Mine
template: leadership-strike
event: { title: It, summary: It happened., date: "2026-01-01" }
scope: { rules: [{ query: it }] }
sources: [{ title: None, url: "http://127.0.0.1:9/feed", country: XX, lang: en, reliability: F }]
digest: { time: "07:00", timeZone: America/Bogota, recipients: [] }
`;

/** The pid of the embedded server of a data folder; null: none runs, it has removed its file. */
function postgresPid(dataDir: string): number | null {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

describe('aftermath start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'is stopped cleanly by %s, PostgreSQL included, and starts again with all it had',
    async (signal) => {
      const dataDir = await withWatch(await dataFolder());
      const program = await startProgram(dataDir, await freePort());
      expect(postgresPid(dataDir)).not.toBeNull();
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      expect(postgresPid(dataDir)).toBeNull();

      const port = await freePort();
      const again = await startProgram(dataDir, port);
      const { watches } = (await (await fetch(`http://127.0.0.1:${port}/v1/watches`)).json()) as {
        watches: { id: string }[];
      };
      expect(watches.map(({ id }) => id)).toEqual(['mine']);
      again.child.kill(signal);
      expect(await again.ended).toBe(0);
    },
  );

  it('is told where the dashboard is, and serves it', async () => {
    const dataDir = await withWatch(await dataFolder());
    const port = await freePort();
    const program = await startProgram(dataDir, port);
    expect(program.output.stdout).toBe(`Aftermath is running: http://127.0.0.1:${port}\n`);
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<title>Aftermath</title>');
    program.child.kill('SIGTERM');
    await program.ended;
  });

  it('adopts the database of a process that was killed', async () => {
    const dataDir = await withWatch(await dataFolder());
    const killed = await startProgram(dataDir, await freePort());
    const pid = postgresPid(dataDir);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(postgresPid(dataDir)).toBe(pid);
    const program = await startProgram(dataDir, await freePort());
    expect(postgresPid(dataDir)).toBe(pid);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(postgresPid(dataDir)).toBeNull();
  });

  it('refuses a data folder that another one is using', async () => {
    const dataDir = await withWatch(await dataFolder());
    const program = await startProgram(dataDir, await freePort());
    const second = runProgram(['start', '--data', dataDir, '--port', String(await freePort())]);
    expect(await second.ended).toBe(1);
    expect(second.output.stderr).toMatch(
      /^aftermath: another Aftermath is using the data folder .*--data\n$/,
    );
    program.child.kill('SIGTERM');
    await program.ended;
  });

  it.each([
    [
      'a port in use',
      async (dataDir: string) => {
        const server = createServer();
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        cleanups.push(() => new Promise((resolve) => server.close(resolve)));
        return ['--data', dataDir, '--port', String((server.address() as AddressInfo).port)];
      },
      /^aftermath: The port is in use: .*--port.*\n$/,
    ],
    [
      'a data folder of another PostgreSQL',
      async (dataDir: string) => {
        mkdirSync(path.join(dataDir, 'postgres'));
        writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
        return ['--data', dataDir, '--port', '0'];
      },
      /^aftermath: the data in .* PostgreSQL 15, .* 18: .*--data\n$/,
    ],
    [
      'a data folder that is not writable',
      async (dataDir: string) => {
        writeFileSync(path.join(dataDir, 'file'), '');
        return ['--data', path.join(dataDir, 'file', 'inside'), '--port', '0'];
      },
      /^aftermath: the data folder .* can't be .*--data\n$/,
    ],
    [
      'a role that does not exist',
      async (dataDir: string) => ['--data', dataDir, '--roles', 'cook'],
      /^aftermath: --roles .*cook.*puller, ?extractor.*\n$/,
    ],
    [
      'a port that is none',
      async (dataDir: string) => ['--data', dataDir, '--port', 'x'],
      /^aftermath: --port .*\n$/,
    ],
  ])('says in one line what to do about %s', async (_what, args, message) => {
    const program = runProgram(['start', ...(await args(await dataFolder()))]);
    expect(await program.ended).toBe(1);
    expect(program.output.stderr).toMatch(message);
    expect(program.output.stdout).toBe('');
  });
});
