import { describe, expect, it } from 'vitest';
import { prettyLine } from './pretty.ts';

const line = (fields: object) =>
  prettyLine(
    JSON.stringify({ level: 'warn', time: '2026-03-01T12:34:56.000Z', msg: 'pull done', ...fields }),
  );

describe('a log line for a terminal', () => {
  it('is one line: time, mark, message and fields', () => {
    expect(line({ stage: 'pull', newItems: 3 })).toBe('12:34:56 ! pull done stage=pull newItems=3\n');
  });

  it('says why, for an error, without its stack', () => {
    expect(line({ err: { message: 'connection refused', stack: 'at x' } })).toBe(
      '12:34:56 ! pull done connection refused\n',
    );
  });

  it('lets nothing that a feed wrote steer the terminal', () => {
    expect(line({ title: '\u001b[2Jgone\nsecond line' })).toBe(
      '12:34:56 ! pull done title= [2Jgone second line\n',
    );
  });
});
