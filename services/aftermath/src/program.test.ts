import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runProgram } from './program.ts';

let stdout = '';
let stderr = '';
beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
  vi.spyOn(process.stdout, 'on').mockReturnThis();
});
afterEach(() => vi.restoreAllMocks());

const REPLAY = ['replay', '--watch', 'w.yaml', '--archive', 'a.jsonl', '--out', 'out'];

describe('runProgram', () => {
  it.each([
    ...[
      'start',
      'stop',
      'status',
      'watch',
      'sources',
      'digest',
      'export',
      'quarantine',
      'classify',
      'extract',
      'group',
    ],
    ...[
      'parse-feed',
      'replay',
      'watch check',
      'watch diff',
      'watch add',
      'watch list',
      'watch show',
      'watch remove',
    ],
    ...['sources find', 'sources import', 'sources export'],
    ...['digest list', 'digest build', 'digest send', 'quarantine list', 'quarantine replay'],
  ])('explains %s with --help', async (command) => {
    expect(await runProgram([...command.split(' '), '--help'])).toBe(0);
    expect(stdout.startsWith(`Usage: aftermath ${command} `)).toBe(true);
    expect(stderr).toBe('');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['fly']],
    ['an unknown option', ['group', '--jsonl', '--fast']],
    ['a missing option', ['classify', '--template', 'leadership-strike']],
    ['neither watch nor template', ['classify', '--jsonl']],
    [
      'both watch and template',
      ['classify', '--jsonl', '--watch', 'w.yaml', '--template', 'leadership-strike'],
    ],
    ['a template that does not exist', ['classify', '--jsonl', '--template', 'none']],
    ['no file', ['parse-feed']],
    ['no address', ['extract', 'page.html']],
    ['a missing argument', ['watch', 'show']],
    ['one watch where two are compared', ['watch', 'diff', 'w.yaml', '--archive', 'a.jsonl']],
    ['no archive to compare over', ['watch', 'diff', 'old.yaml', 'new.yaml']],
    ['two files where one is read', ['parse-feed', 'a.xml', 'b.xml']],
    ['a date that is none', [...REPLAY, '--from', '2026-02-30', '--to', '2026-03-01']],
    ['an end before its start', [...REPLAY, '--from', '2026-03-02', '--to', '2026-03-01']],
    [
      'a number of days that is none',
      [...REPLAY, '--from', '2026-03-01', '--to', '2026-03-01', '--truth-days', 'two'],
    ],
    ['an export in a format that is none', ['export', '--watch', 'x', '--format', 'xml']],
    [
      'an export since a day that is none',
      ['export', '--watch', 'x', '--format', 'csv', '--since', '2026-02-30'],
    ],
    [
      'an export that ends before it begins',
      ['export', '--watch', 'x', '--format', 'csv', '--since', '2026-03-02', '--until', '2026-03-01'],
    ],
    ['a quarantine replay of nothing in particular', ['quarantine', 'replay']],
    ['a task id that is none', ['quarantine', 'replay', '--id', 'x']],
  ])('ends with 2 for a wrong call (%s), and says why on the standard error alone', async (_what, args) => {
    expect(await runProgram(args)).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });
});
