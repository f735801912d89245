import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isFolderFree } from './folder-lock.ts';
import { startPostgres } from './start-postgres.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stderr.write('Skipped: PostgreSQL started by root from a private folder (needs root)\n');

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A data folder of the test's own, in a folder that the server's user may enter. */
async function newDataDir(mode = 0o755, name = 'data'): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'aftermath-server-'));
  await chmod(parent, mode);
  cleanups.push(() => rm(parent, { recursive: true, force: true }));
  return path.join(parent, name);
}

/** A data folder of the test's own in which a server has run and was stopped. */
async function usedDataDir(): Promise<string> {
  const dataDir = await newDataDir();
  await promisify(execFile)('cp', ['-a', usedBefore, dataDir]);
  return dataDir;
}

let usedBefore = '';
beforeAll(async () => {
  usedBefore = await mkdtemp(path.join(tmpdir(), 'aftermath-server-'));
  await chmod(usedBefore, 0o755);
  await (await start(usedBefore)).stop();
});
afterAll(() => rm(usedBefore, { recursive: true, force: true }));

async function start(dataDir: string) {
  const said: string[] = [];
  const note = (_fields: object, message: string) => void said.push(message);
  const server = await startPostgres({ dataDir, log: { info: note, warn: note } });
  cleanups.push(() => server.stop());
  return { ...server, said };
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const readPid = async (dataDir: string): Promise<number> =>
  Number((await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

/** A process in a process group of its own that holds a server, and where that server is. */
async function holdInProcess(dataDir: string): Promise<{ child: ChildProcess; connectionString: string }> {
  const script = fileURLToPath(new URL('__fixtures__/hold-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', script, dataDir], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(async () => child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, connectionString: line.toString().trim() };
}

describe('the embedded server', () => {
  it('has a UTF-8 database with what the migrations need, and keeps it', async () => {
    const dataDir = await newDataDir();
    const first = await start(dataDir);
    expect(first.adopted).toBe(false);
    await query(
      first.connectionString,
      'create extension pg_trgm; create extension unaccent; create table kept as select 1 as n',
    );
    expect(
      await query(
        first.connectionString,
        "select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale, current_setting('fsync') as fsync from pg_database where datname = 'aftermath'",
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', fsync: 'on' }]);
    await first.stop();
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await query(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('lets no one in without its password, which only its user can read', async () => {
    const dataDir = await usedDataDir();
    const { connectionString } = await start(dataDir);
    const url = new URL(connectionString);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    const { mode } = await lstat(path.join(dataDir, 'postgres/aftermath-password'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('ends open transactions when it is stopped, and is gone afterwards', async () => {
    const dataDir = await usedDataDir();
    const server = await start(dataDir);
    const client = new pg.Client({ connectionString: server.connectionString });
    const lost = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await client.query('begin; create table undone (n int)');
    await server.stop();
    await lost;
    await expect(readPid(dataDir)).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(query(server.connectionString, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is refused to a second process, outlives Ctrl-C and kill -9 of its own, and is then adopted', async () => {
    const dataDir = await usedDataDir();
    const { child, connectionString } = await holdInProcess(dataDir);
    await query(connectionString, 'create table kept as select 1 as n');
    const pid = await readPid(dataDir);
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(dataDir),
    });
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await query(connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    const exited = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await exited;
    // The server lets go of the lock when it hears of the death.
    const adopter = await vi.waitFor(() => start(dataDir), { timeout: 20_000 });
    expect(adopter.adopted).toBe(true);
    expect(await readPid(dataDir)).toBe(pid);
    expect(await query(adopter.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
  });

  it('tells whether anybody holds it: the process that runs, no killed one, and nobody when it is gone', async () => {
    const dataDir = await usedDataDir();
    const { child, connectionString } = await holdInProcess(dataDir);
    expect(await isFolderFree(connectionString)).toBe(false);
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    await vi.waitFor(async () => expect(await isFolderFree(connectionString)).toBe(true), {
      timeout: 20_000,
    });
    await (await start(dataDir)).stop();
    expect(await isFolderFree(connectionString)).toBe(true);
  });

  it('goes with a process that ends without stopping it', async () => {
    const dataDir = await usedDataDir();
    const { child, connectionString } = await holdInProcess(dataDir);
    child.kill('SIGTERM');
    await once(child, 'exit');
    await vi.waitFor(
      () => expect(query(connectionString, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' }),
      { timeout: 20_000 },
    );
    expect((await start(dataDir)).adopted).toBe(false);
  });

  it('starts over a stale postmaster.pid whose number another program, or another cluster, has now', async () => {
    const other = await usedDataDir();
    const otherServer = await start(other);
    const dataDir = await usedDataDir();
    for (const stolenBy of [process.pid, await readPid(other)]) {
      const first = await start(dataDir);
      const file = path.join(dataDir, 'postgres/postmaster.pid');
      const lines = (await readFile(file, 'utf8')).split('\n');
      await first.stop();
      await writeFile(file, [String(stolenBy), ...lines.slice(1)].join('\n'));
      const second = await start(dataDir);
      expect(second.adopted).toBe(false);
      expect(await query(second.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
      await second.stop();
    }
    expect(await query(otherServer.connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('comes back on the same port when it is killed, still held by the same process', async () => {
    const dataDir = await usedDataDir();
    const server = await start(dataDir);
    await query(server.connectionString, 'create table kept as select 1 as n');
    const pid = await readPid(dataDir);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(
      async () => expect(await query(server.connectionString, 'select n from kept')).toEqual([{ n: 1 }]),
      { timeout: 30_000, interval: 200 },
    );
    expect(await readPid(dataDir)).not.toBe(pid);
    await vi.waitFor(() => expect(start(dataDir)).rejects.toMatchObject({ code: 'in-use' }), {
      timeout: 10_000,
    });
  });

  it('takes no half-made cluster for a whole one', async () => {
    const dataDir = await newDataDir();
    const leftover = path.join(dataDir, 'postgres.new-999999999');
    await mkdir(leftover, { recursive: true });
    await writeFile(path.join(leftover, 'PG_VERSION'), '18\n');
    await mkdir(path.join(dataDir, 'postgres'));
    const { connectionString } = await start(dataDir);
    expect(await query(connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres']);
  });

  it('is started by only one of two processes that start together on a new folder', async () => {
    const dataDir = await newDataDir();
    const results = await Promise.allSettled([start(dataDir), start(dataDir)]);
    const codes = results.map((result) => (result.status === 'fulfilled' ? 'started' : result.reason.code));
    expect(codes.sort()).toEqual(['in-use', 'started']);
  });

  it.each([
    {
      what: 'data of another major version',
      code: 'other-version',
      prepare: async (dataDir: string) => {
        await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
        await writeFile(path.join(dataDir, 'postgres/PG_VERSION'), '17\n');
      },
    },
    {
      what: 'a data folder that is a file',
      code: 'not-writable',
      prepare: (dataDir: string) => writeFile(dataDir, ''),
    },
    {
      what: 'a folder with other things where the cluster should be',
      code: 'failed',
      prepare: async (dataDir: string) => {
        await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
        await writeFile(path.join(dataDir, 'postgres/notes.txt'), 'mine');
      },
    },
  ])('refuses $what in one line that names the folder', async ({ code, prepare }) => {
    const dataDir = await newDataDir();
    await prepare(dataDir);
    const refusal = await start(dataDir).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'PostgresStartError', code });
    expect((refusal as Error).message).toContain(dataDir);
    expect((refusal as Error).message).not.toContain('\n');
  });

  it('refuses a path that the shell would read as a command, and takes spaces and quotes', async () => {
    const evil = await newDataDir(0o755, '$(touch pwned)');
    await expect(start(evil)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('has a "$"'),
    });
    const odd = await newDataDir(0o755, "analyst's data é");
    const { connectionString } = await start(odd);
    expect(await query(connectionString, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it.skipIf(!isRoot)(
    'runs for root from a private folder, its data where its user can reach them',
    async () => {
      const dataDir = await newDataDir(0o700);
      const first = await start(dataDir);
      const cluster = await realpath(path.join(dataDir, 'postgres'));
      cleanups.unshift(() => rm(cluster, { recursive: true, force: true }));
      expect(cluster.startsWith(dataDir)).toBe(false);
      expect(first.said).toEqual([expect.stringContaining('outside the data folder')]);
      await query(first.connectionString, 'create table kept as select 1 as n');
      await first.stop();
      const second = await start(dataDir);
      expect(await query(second.connectionString, 'select n from kept')).toEqual([{ n: 1 }]);
    },
  );
});
