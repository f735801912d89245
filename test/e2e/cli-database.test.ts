import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '@aftermath/db';
import { afterAll, describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';
import { runCommand, scratchDir } from './run-command.ts';
import { databaseOf, startProgram } from './running-program.ts';

const { dir: data, remove } = scratchDir();
const watch = path.join(data, 'watch.yaml');

/** Added before the first start, so that the built-in watches are not, and no site is read. */
const WATCH = `id: zenda
title: The duke of Zenda
event: { title: The arrest of the duke, summary: It happened., date: "2026-03-01" }
scope: { rules: [{ query: '"Black Guard"' }] }
categories:
  - { id: arrests, title: Arrests, description: People are arrested., rules: [{ query: arrested }] }
sources: [{ title: Nobody, url: "http://127.0.0.1:9/feed", country: XX, lang: en, reliability: F }]
digest: { time: "07:00", timeZone: America/Bogota, recipients: [] }
`;

async function json(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await runCommand([...args, '--data', data, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** Has an operator's work to do: a task that was given up. */
async function quarantineTask(): Promise<void> {
  const db = openDatabase({ connectionString: databaseOf(data), connectionsMax: 1 });
  await db.orm.execute(`insert into tasks (stage, key, state, due_at, last_error)
    values ('extract', '4711', 'quarantined', now(), '{"kind":"never","code":"bad-page","message":"no page"}')`);
  await db.close();
}

afterAll(async () => {
  await runCommand(['stop', '--data', data]);
  await remove();
});

describe('the commands on a data folder', () => {
  it('keep a watch where nothing runs: the same file again changes nothing, and a bad one is not kept', async () => {
    writeFileSync(watch, WATCH);
    expect(await json('watch', 'add', watch)).toEqual({ id: 'zenda', outcome: 'added' });
    expect(await json('watch', 'add', watch)).toEqual({ id: 'zenda', outcome: 'unchanged' });
    writeFileSync(watch, WATCH.replace('query: arrested', 'qery: arrested'));
    const bad = await runCommand(['watch', 'add', watch, '--data', data]);
    expect(bad).toMatchObject({ code: 1, stdout: '' });
    expect(bad.stderr).toMatch(/watch\.yaml:6:\d+: .*qery/);
    expect(await json('watch', 'list')).toEqual([
      { id: 'zenda', title: 'The duke of Zenda', sample: false, sources: 1 },
    ]);
  }, 120_000);

  it('answer from the process that runs, and stop it', async () => {
    const port = await freePort();
    const program = await startProgram(data, port);
    expect(await json('status')).toMatchObject({
      running: true,
      pid: program.child.pid,
      url: `http://127.0.0.1:${port}`,
      watches: [{ id: 'zenda', sample: false }],
      sources: { all: 1 },
    });
    expect(await json('watch', 'show', 'zenda')).toMatchObject({
      id: 'zenda',
      categories: [{ id: 'arrests', rules: [{ query: 'arrested' }] }],
      digest: { time: '07:00', timeZone: 'America/Bogota' },
    });
    expect(await json('sources', '--watch', 'zenda')).toMatchObject([{ title: 'Nobody', country: 'XX' }]);
    expect(await json('sources', '--watch', 'other')).toEqual([]);

    expect(await json('digest', 'list')).toEqual([]);
    const out = path.join(data, 'editions');
    expect(await json('digest', 'build', '--watch', 'zenda', '--date', '2026-03-02', '--out', out)).toEqual({
      watch: 'zenda',
      date: '2026-03-02',
      frozen: false,
    });
    expect(readFileSync(path.join(out, '2026-03-02.html'), 'utf8')).toContain('The duke of Zenda');
    expect(readFileSync(path.join(out, '2026-03-02.txt'), 'utf8')).toContain('The duke of Zenda');
    expect(existsSync(path.join(out, '2026-03-02.json'))).toBe(true);

    for (const format of ['csv', 'jsonl', 'stix']) {
      const exported = await runCommand(['export', '--watch', 'zenda', '--format', format, '--data', data]);
      expect(exported).toMatchObject({ code: 0, stderr: '' });
    }
    expect(
      await runCommand(['export', '--watch', 'zenda', '--format', 'csv', '--category', 'x', '--data', data]),
    ).toEqual({
      code: 1,
      stdout: '',
      stderr: 'aftermath: the watch zenda has no category x; it has arrests\n',
    });

    await quarantineTask();
    expect(await json('quarantine', 'list')).toMatchObject([
      { stage: 'extract', key: '4711', lastError: { code: 'bad-page' } },
    ]);
    expect(await json('quarantine', 'list', '--stage', 'pull')).toEqual([]);
    expect(await json('quarantine', 'replay', '--all')).toEqual({ replayed: 1 });
    expect(await json('quarantine', 'list')).toEqual([]);

    expect(await json('watch', 'remove', 'zenda')).toEqual({ id: 'zenda', outcome: 'removed' });
    for (const gone of [
      ['watch', 'show', 'zenda'],
      ['watch', 'remove', 'zenda'],
      ['export', '--watch', 'zenda', '--format', 'csv'],
      ['digest', 'build', '--watch', 'zenda', '--date', '2026-03-02', '--out', out],
    ]) {
      const { code, stdout, stderr } = await runCommand([...gone, '--data', data]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toBe('aftermath: there is no watch zenda: see "watch list"\n');
    }

    const stopped = await runCommand(['stop', '--data', data]);
    expect(stopped).toEqual({ code: 0, stdout: 'stopped\n', stderr: '' });
    expect(await program.ended).toBe(0);
    expect(await runCommand(['status', '--data', data, '--json'])).toEqual({
      code: 1,
      stdout: '{"running":false}\n',
      stderr: '',
    });
  }, 120_000);
});
