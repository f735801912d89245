import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { offsetInSource } from './offset-in-source.ts';

describe('offsetInSource', () => {
  it.each([
    ['plain', 'one two X'],
    ['plain over lines', 'one\n    two\n    X'],
    ['single quotes', "'it''s ''one'' X'"],
    ['double quotes', '"a \\"one\\" \\\\ X"'],
    ['double quotes over lines', '"one \\\n    two X"'],
    ['folded', '>-\n    one\n    two\n\n    three X\n'],
    ['literal', '|\n    one\n      two X\n'],
  ])('finds a character of a %s scalar in its source', (_, source) => {
    const value = parse(`- ${source}\n`)[0] as string;
    const offset = offsetInSource(source, value, value.indexOf('X'));
    expect(source.slice(offset, offset + 1)).toBe('X');
  });

  it.each([-1, 0, 5, 999])('stays inside the source for any offset, such as %i', (offset) => {
    const at = offsetInSource('"one"', 'one', offset);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThanOrEqual(5);
  });
});
