import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asLines, jsonLines, runCommand, scratchDir } from './run-command.ts';

const { dir, remove } = scratchDir();
afterAll(remove);

/** A watch file with one rule of arrests. */
function watchFile(name: string, query: string, scope = '"Black Guard"'): string {
  const file = path.join(dir, name);
  writeFileSync(
    file,
    `id: zenda
title: The duke of Zenda
event: { title: The arrest of the duke, summary: It happened., date: "2026-03-01" }
scope: { rules: [{ query: '${scope}' }] }
categories:
  - { id: jail, title: Jail, description: People are jailed., rules: [{ query: '${query}' }] }
sources: [{ title: None, url: "http://127.0.0.1:9/feed", country: XX, lang: en, reliability: F }]
digest: { time: "07:00", timeZone: America/Bogota, recipients: [] }
`,
  );
  return file;
}

const OLD = watchFile('old.yaml', 'arrested');
const NEW = watchFile('new.yaml', 'jailed OR seized');
const QUOTE = 'Police jailed three members of the Black Guard in Zenda.';
const ARCHIVE = [
  { id: 1, title: 'First', text: QUOTE, lang: 'en', url: 'https://paper.example/1' },
  {
    id: 'two',
    title: 'Second',
    text: 'Police arrested two of the Black Guard in Zenda.',
    publishedAt: 'some day',
  },
  { id: 3, title: 'Third', text: 'The Black Guard marched.' },
];
const archive = path.join(dir, 'archive.jsonl');
writeFileSync(archive, asLines(ARCHIVE));

const diff = (files: readonly string[], more: readonly string[] = []) =>
  runCommand(['watch', 'diff', ...files, '--archive', archive, ...more]);

describe('watch diff', () => {
  it('prints each difference with its quote, then the totals, without colour into a pipe', async () => {
    const { code, stdout, stderr } = await diff([OLD, NEW]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^\+ jail {2}carried-out {2}0\.\d\d {2}First \(1\)\n {4}“Police jailed three members/,
    );
    expect(stdout).toMatch(/^- jail .* Second \(two\)$/m);
    expect(stdout).toContain(
      '3 articles: 1 gained, 1 lost, 0 with another status, 0 changed otherwise, 0 the same\n',
    );
    expect(stdout).not.toContain('\u001b');
  });

  it('prints a difference a line as JSON, articles without a date included', async () => {
    const lines = jsonLines<Record<string, unknown>>(await diff([OLD, NEW], ['--json']));
    expect(lines).toMatchObject([
      {
        kind: 'gained',
        because: 'rules',
        article: { id: 1, title: 'First', url: 'https://paper.example/1' },
        category: 'jail',
        status: 'carried-out',
        score: expect.any(Number),
        quote: QUOTE,
      },
      { kind: 'lost', because: 'rules', article: { id: 'two' } },
      { kind: 'totals', articles: 3, total: { gained: 1, lost: 1 } },
    ]);
  });

  it('finds nothing between a watch and itself, and ends with 0', async () => {
    const { code, stdout } = await diff([OLD, OLD]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: '3 articles: 0 gained, 0 lost, 0 with another status, 0 changed otherwise, 1 the same\n',
    });
  });

  it.each([
    ['a watch with mistakes', [OLD, watchFile('bad.yaml', 'a (')], archive, /bad\.yaml:6:\d+: /],
    ['a watch that is not there', [path.join(dir, 'none.yaml'), NEW], archive, /none\.yaml/],
    ['an archive that is not there', [OLD, NEW], path.join(dir, 'none.jsonl'), /none\.jsonl/],
  ])('ends with 1 for %s, and says why', async (_what, files, from, reason) => {
    const { code, stdout, stderr } = await runCommand(['watch', 'diff', ...files, '--archive', from]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
  });

  it('ends with 1 at a line that is no article, with its number', async () => {
    const broken = path.join(dir, 'broken.jsonl');
    writeFileSync(broken, asLines([ARCHIVE[2], '', '{"id":']));
    const { code, stderr } = await runCommand(['watch', 'diff', OLD, NEW, '--archive', broken]);
    expect(code).toBe(1);
    expect(stderr).toContain(`${broken}:3: not an article: `);
  });
});
