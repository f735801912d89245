import { describe, expect, it } from 'vitest';
import { createLogger, type LogLevel } from './logger.ts';

/** A logger whose lines a test can read. */
function listen(level: LogLevel = 'info', pretty = false) {
  const lines: string[] = [];
  return { log: createLogger({ level, pretty, out: { write: (line) => void lines.push(line) } }), lines };
}

const SECRET = 'hunter2-hunter2';

describe('the log', () => {
  it('is one JSON object a line, with level, time and message', () => {
    const { log, lines } = listen();
    log.info({ stage: 'pull' }, 'done\nand done');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      stage: 'pull',
      msg: 'done\nand done',
    });
  });

  it('leaves out what is below its level', () => {
    const { log, lines } = listen('warn');
    log.info('quiet');
    log.warn('loud');
    expect(lines).toEqual([expect.stringContaining('loud')]);
  });

  it.each([
    ['a field named so, however deep', { a: { b: { c: { password: SECRET } } } }, 'x'],
    ['a field with quotes in it', { token: `a"b\\${SECRET}` }, 'x'],
    ['a password in a URL in a field', { url: `https://user:${SECRET}@example.org/feed` }, 'x'],
    ['a password in a URL in the message', {}, `cannot reach postgres://user:${SECRET}@host/db now`],
    ['a key in a query', { url: `https://example.org/feed?a=1&api_key=${SECRET}&b=2` }, 'x'],
    ['a bearer token', {}, `sent Authorization: Bearer ${SECRET}`],
    [
      'an error',
      { err: new Error(`redis://:${SECRET}@host refused`, { cause: new Error(`x?key=${SECRET}`) }) },
      'x',
    ],
  ])('never shows the secret of %s', (_what, fields, message) => {
    for (const pretty of [false, true]) {
      const { log, lines } = listen('info', pretty);
      log.info(fields, message);
      expect(lines.join('')).not.toContain(SECRET);
      expect(lines).toHaveLength(1);
      if (!pretty) expect(lines[0]).toContain('[secret]');
      if (!pretty) expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
    }
  });

  it('keeps what is no secret', () => {
    const fields = {
      a: 'http://host:8080',
      b: 'mail@example.org',
      url: 'https://example.org/a?keyword=x&page=2',
    };
    const { log, lines } = listen();
    log.info(fields, 'passwords are checked');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ...fields, msg: 'passwords are checked' });
  });
});
