import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asLines, runCommand, scratchDir } from './run-command.ts';

const { dir, remove } = scratchDir();
afterAll(remove);

const WATCH = path.join(dir, 'watch.yaml');
writeFileSync(
  WATCH,
  `id: zenda
title: The duke of Zenda
event: { title: The arrest of the duke, summary: It happened., date: "2026-03-01" }
scope: { rules: [{ query: '"Black Guard"' }] }
categories:
  - { id: arrests, title: Arrests, description: People are arrested., rules: [{ query: arrested }] }
  - { id: sanctions, title: Sanctions, description: Assets are frozen., rules: [{ query: sanctions }] }
sources: [{ title: None, url: "http://127.0.0.1:9/feed", country: XX, lang: en, reliability: F }]
digest: { time: "07:00", timeZone: America/Bogota, recipients: [] }
`,
);

const arrested = 'Police arrested three members of the Black Guard in Zenda.';
/** Out of order; Bogotá is five hours behind UTC, so that 04:00 UTC is the day before there. */
const ARCHIVE = [
  {
    id: 3,
    title: 'Third',
    text: `${arrested} They are in prison.`,
    publishedAt: '2026-03-03T15:00:00Z',
    lang: 'en',
  },
  {
    id: 'late',
    title: 'Night',
    text: 'The kingdom announced sanctions against the Black Guard.',
    publishedAt: '2026-03-03T04:00:00Z',
    lang: 'en',
  },
  {
    id: 1,
    title: 'First',
    text: arrested,
    publishedAt: '2026-03-01T15:00:00-05:00',
    lang: 'en',
    url: 'https://paper.example/1',
  },
  {
    id: 'off',
    title: 'Elsewhere',
    text: 'Police arrested a thief in Strelsau.',
    publishedAt: '2026-03-02T15:00:00Z',
    lang: 'en',
  },
  { id: 'undated', title: 'Undated', text: arrested, publishedAt: null, lang: 'en' },
  { id: 'unread', title: 'Unread', text: arrested, publishedAt: 'some day', lang: 'en' },
  { id: 'before', title: 'Before', text: arrested, publishedAt: '2026-02-20T15:00:00Z', lang: 'en' },
];
const archive = path.join(dir, 'archive.jsonl');
writeFileSync(archive, `${asLines(ARCHIVE)}\n`);

function replay(out: string, more: readonly string[] = []) {
  return runCommand([
    ...['replay', '--watch', WATCH, '--archive', archive, '--from', '2026-03-01', '--to', '2026-03-03'],
    ...['--out', out, ...more],
  ]);
}

function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]),
  );
}

const DATES = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];

describe('replay', () => {
  it('ends with an edition a morning, in three forms, and a summary by local day', async () => {
    const out = path.join(dir, 'out');
    const { code, stdout, stderr } = await replay(out, ['--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const files = bytesOf(out);
    expect(Object.keys(files)).toEqual(
      [...DATES.flatMap((date) => [`${date}.html`, `${date}.json`, `${date}.txt`]), 'summary.json'].sort(),
    );
    expect(JSON.parse(files['summary.json'] ?? '')).toEqual(JSON.parse(stdout));
    expect(JSON.parse(stdout)).toMatchObject({
      watch: 'zenda',
      from: '2026-03-01',
      to: '2026-03-03',
      articles: 4,
      inScope: 3,
      undated: 2,
      editions: 4,
      signals: 3,
      signalsPerDay: {
        '2026-03-01': { arrests: 1, sanctions: 0 },
        '2026-03-02': { arrests: 0, sanctions: 1 },
        '2026-03-03': { arrests: 1, sanctions: 0 },
      },
    });
    expect(files['2026-03-02.txt']).toContain(arrested);
    expect(files['2026-03-02.html']).toContain(arrested);
    expect(files['2026-03-01.txt']).not.toContain('Black Guard in Zenda');
    for (const date of DATES)
      expect(JSON.parse(files[`${date}.json`] ?? '')).toMatchObject({ input: { date } });
  });

  it('gives the same bytes twice, and in any order of the archive', async () => {
    const [once, twice, sorted] = ['once', 'twice', 'sorted'].map((name) => path.join(dir, name));
    await replay(once ?? '');
    await replay(twice ?? '');
    expect(bytesOf(twice ?? '')).toEqual(bytesOf(once ?? ''));
    writeFileSync(archive, asLines(ARCHIVE.toReversed()));
    await replay(sorted ?? '');
    expect(bytesOf(sorted ?? '')).toEqual(bytesOf(once ?? ''));
  });

  it('judges itself by known happenings, in a report that is the same to the byte each time', async () => {
    const truth = path.join(dir, 'truth.jsonl');
    writeFileSync(
      truth,
      asLines([
        { id: 'first', category: 'arrests', date: '2026-03-01' },
        { id: 'freeze', category: 'sanctions', date: '2026-03-03' },
      ]),
    );
    const [one, two] = [path.join(dir, 'judged'), path.join(dir, 'judged-again')];
    const { code, stdout } = await replay(one, ['--truth', truth, '--json']);
    await replay(two, ['--truth', truth, '--truth-days', '14']);
    const files = bytesOf(one);
    expect(bytesOf(two)).toEqual(files);
    expect(code).toBe(0);
    const report = JSON.parse(files['report.json'] ?? '') as { total: unknown };
    expect(report).toMatchObject({
      watch: { id: 'zenda' },
      windowDays: 14,
      total: { happenings: 2, found: 1, missed: 1, falseAlarms: 1 },
      happenings: [
        {
          id: 'first',
          found: { quote: arrested, delayDays: 0, editionDate: '2026-03-02', article: { id: '1' } },
        },
        { id: 'freeze', found: null },
      ],
      falseAlarms: [{ category: 'sanctions', article: { id: 'late' } }],
    });
    expect(JSON.parse(stdout)).toMatchObject({ truth: report.total });
    expect(files['report.html']).toContain('<svg');
  });

  it('refuses happenings that the watch can not find, before it writes anything', async () => {
    const truth = path.join(dir, 'wrong.jsonl');
    writeFileSync(truth, asLines([{ id: 1, category: 'arests', date: '2026-03-01' }]));
    const out = path.join(dir, 'never');
    const { code, stderr } = await replay(out, ['--truth', truth]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `${truth}:1: category: the watch zenda has no arests; it has arrests, sanctions`,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('takes every article as about the event with --all-in-scope', async () => {
    const { stdout } = await replay(path.join(dir, 'all'), ['--all-in-scope', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ articles: 4, inScope: 4, signals: 4 });
  });

  it('refuses an archive that it can not read whole, and says which line', async () => {
    const broken = path.join(dir, 'broken.jsonl');
    writeFileSync(broken, asLines([ARCHIVE[0], '', { title: 'no id' }]));
    const out = path.join(dir, 'broken');
    mkdirSync(out);
    const { code, stderr } = await runCommand([
      ...[
        'replay',
        '--watch',
        WATCH,
        '--archive',
        broken,
        '--from',
        '2026-03-01',
        '--to',
        '2026-03-03',
        '--out',
        out,
      ],
    ]);
    expect(code).toBe(1);
    expect(stderr).toBe(`aftermath: ${broken}:3: not an article: id: must be a string or a number\n`);
    expect(readdirSync(out)).toEqual([]);
  });
});
