import { mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aWatch } from '@aftermath/testkit';
import { afterAll, describe, expect, it } from 'vitest';
import { readTruth } from './read-truth.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'aftermath-truth-'));
afterAll(() => rm(dir, { recursive: true, force: true }));
const file = path.join(dir, 'truth.jsonl');
const GOOD = '{"id":7,"category":"arrests","date":"2026-01-05"}';

function read(text: string) {
  writeFileSync(file, text);
  return readTruth(file, aWatch());
}

describe('readTruth', () => {
  it('reads one happening a line, and passes over empty lines', async () => {
    const full = {
      id: 'x',
      category: 'arrests',
      date: '2026-02-28',
      country: 'CO',
      terms: ['Niño Guerrero'],
      actors: ['tren-de-aragua'],
    };
    expect(await read(`${GOOD}\r\n\n${JSON.stringify(full)}\n`)).toEqual([
      { id: '7', category: 'arrests', date: '2026-01-05' },
      full,
    ]);
  });

  it.each([
    ['no JSON', '{"id":', /^line 3 is not JSON: /],
    ['no object', '[1]', /^line 3 is not a JSON object/],
    ['no id', '{"category":"arrests","date":"2026-01-05"}', /^id: must be a string or a number/],
    ['an id that is there twice', GOOD, /^id: 7 is there twice/],
    [
      'an unknown category',
      '{"id":1,"category":"x","date":"2026-01-05"}',
      /^category: the watch test-watch has no x; it has arrests/,
    ],
    [
      'a date that does not exist',
      '{"id":1,"category":"arrests","date":"2026-02-30"}',
      /^date: must be a date that exists/,
    ],
    [
      'a country that is no code',
      '{"id":1,"category":"arrests","date":"2026-01-05","country":"Chile"}',
      /^country: must be an ISO 3166-1 code/,
    ],
    [
      'an unknown actor',
      '{"id":1,"category":"arrests","date":"2026-01-05","actors":["x"]}',
      /^actors: the watch test-watch has no x; it has tren-de-aragua/,
    ],
    [
      'terms that are none',
      '{"id":1,"category":"arrests","date":"2026-01-05","terms":[]}',
      /^terms: must not be empty/,
    ],
    ['an unknown key', '{"id":1,"category":"arrests","date":"2026-01-05","day":1}', /day/],
  ])('refuses %s, with the line', async (_what, line, reason) => {
    const error = await read(`${GOOD}\n\n${line}\n`).then(
      () => '',
      (thrown: Error) => thrown.message,
    );
    const [head, mistake = '', ...more] = error.split('\n');
    expect([head, more]).toEqual([`${file} has mistakes:`, []]);
    const place = `${file}:3: `;
    expect(mistake.startsWith(place)).toBe(true);
    expect(mistake.slice(place.length)).toMatch(reason);
  });

  it('tells every mistake at once, up to twenty', async () => {
    await expect(read('x\n'.repeat(25))).rejects.toThrow(/truth\.jsonl:20: .*\nand 5 more$/s);
  });

  it('refuses a file without any happening', async () => {
    await expect(read('\n')).rejects.toThrow('has no happening');
  });
});
