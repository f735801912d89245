import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWatchFile, readWatchText, type WatchFileResult } from './read-watch-file.ts';

const fixtures = fileURLToPath(new URL('__fixtures__', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));
const named = (folder: string) =>
  readdirSync(path.join(fixtures, folder))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.basename(file, '.yaml'));

const told = (result: WatchFileResult): string =>
  result.ok
    ? 'ok'
    : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n');
const read = (text: string): string => told(readWatchText(text, 'watch.yaml'));

describe('readWatchFile', () => {
  it.each(named('bad'))('tells every mistake of %s at once, with line and column', async (name) => {
    const file = path.join(fixtures, 'bad', `${name}.yaml`);
    const expected = readFileSync(path.join(fixtures, 'bad', `${name}.txt`), 'utf8').trim();
    expect(told(await readWatchFile(file))).toBe(expected);
  });

  it.each(named('good'))('reads %s, with its template merged in and what is absent filled', async (name) => {
    const result = await readWatchFile(path.join(fixtures, 'good', `${name}.yaml`));
    const expected = JSON.parse(readFileSync(path.join(fixtures, 'good', `${name}.json`), 'utf8'));
    if (!result.ok) expect.fail(told(result));
    const { categories, ...rest } = result.watch;
    const shown = categories.map(({ rules, ...category }) => ({ ...category, rules: rules.length }));
    expect({ ...rest, categories: name === 'minimal' ? shown.map(({ id }) => id) : shown }).toEqual(expected);
  });

  it('names the file in each problem', async () => {
    const file = path.join(fixtures, 'bad', 'empty.yaml');
    expect(await readWatchFile(file)).toMatchObject({ problems: [{ file }] });
  });

  it.each([
    ['nowhere.yaml', null, 'there is no such file'],
    ['large.yaml', Buffer.alloc(2 * 1024 * 1024 + 1, '#'), 'is larger than 2 MiB: that is no watch file'],
    ['latin1.yaml', Buffer.from('title: Núñez', 'latin1'), 'is not UTF-8: save it as UTF-8'],
  ])('says why %s is no file to read', async (name, content, message) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'aftermath-watch-'));
    const file = path.join(folder, name);
    if (content !== null) await writeFile(file, content);
    expect(told(await readWatchFile(file))).toBe(`1:1 ${message}`);
    await rm(folder, { recursive: true });
  });
});

describe('a hostile watch file', () => {
  it('may be nested as deep as it likes', () => {
    expect(read('['.repeat(20_000)).split('\n')[0]).toMatch(/^1:\d+ is nested more than 50 deep$/);
    expect(read(`a: ${'['.repeat(60)}${']'.repeat(60)}`)).toBe('1:1 is nested more than 50 deep');
  });

  it('may have any number of wrong keys: the first are told', () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `key${index}: 1`).join('\n');
    // The first fifty, and the five keys that no watch can do without.
    expect(read(keys).split('\n')).toHaveLength(55);
  });

  it('leaves nothing behind in Object', () => {
    read('__proto__: { sample: true }');
    expect({}).not.toHaveProperty('sample');
  });
});

describe('the watch files that ship', () => {
  it.each([
    ...readdirSync(path.join(root, 'infra/watches')).map((file) => `infra/watches/${file}`),
    'packages/sample/watch.yaml',
  ])('%s has no mistake', async (file) => {
    expect(told(await readWatchFile(path.join(root, file)))).toBe('ok');
  });

  it('start with the smallest one of docs/analysts/watches.md, which has no mistake', () => {
    const page = readFileSync(path.join(root, 'docs/analysts/watches.md'), 'utf8');
    const example = /## The smallest watch\n+```yaml\n(.*?)```/s.exec(page)?.[1] ?? '';
    expect(read(example)).toBe('ok');
  });

  it('have an example with at least forty sources in three languages, none claimed to be verified', async () => {
    const result = await readWatchFile(path.join(root, 'infra/watches/tren-de-aragua-strike.yaml'));
    if (!result.ok) expect.fail(told(result));
    const { sources, categories } = result.watch;
    expect(sources.length).toBeGreaterThanOrEqual(40);
    expect([...new Set(sources.map(({ lang }) => lang))].sort()).toEqual(['en', 'es', 'pt']);
    expect(sources.filter(({ verified }) => verified)).toEqual([]);
    expect(categories).toHaveLength(9);
  });
});
