import { describe, expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

describe('nearestWord', () => {
  const known = ['title', 'timeZone', 'time', 'scope'];

  it.each([
    ['titel', 'title'],
    ['timezone', 'timeZone'],
    ['TIME', 'time'],
    ['scpe', 'scope'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearestWord(word, known)).toBe(meant);
  });

  it.each(['recipients', '', 'x'.repeat(10_000)])('has nothing near to %.20s', (word) => {
    expect(nearestWord(word, known)).toBeNull();
  });

  it('takes the first of two that are equally near', () => {
    expect(nearestWord('cat', ['bat', 'car'])).toBe('bat');
  });

  it('goes no further than it is told', () => {
    expect(nearestWord('titles', known, 1)).toBe('title');
    expect(nearestWord('tilets', known, 1)).toBeNull();
  });
});
