import { describe, expect, it } from 'vitest';
import { tokenize } from './tokenize.ts';

describe('tokenize', () => {
  it.each([
    ['U.S. and C.I.A', ['US', 'and', 'CIA']],
    ['EE.UU. y EE. UU. y EE UU', ['EEUU', 'y', 'EEUU', 'y', 'EEUU']],
    ['Maduro’s raid', ['Maduro', 'raid']],
    ["didn't", ['didnt']],
    ['drug-boat', ['drug', 'boat']],
    ['2,892 in 3.5 of the 20th', ['2,892', 'in', '3.5', 'of', 'the', '20th']],
    ['Â«narcolanchaÂ»', ['narcolancha']],
    ['Âmbito ➡ 🚤 fin\0al', ['Âmbito', 'fin', 'al']],
    ['', []],
  ])('reads %j as %j', (text, words) => {
    expect(tokenize(text).map(({ word }) => word)).toEqual(words);
  });

  it('gives words with the place where they stand', () => {
    const text = 'The U.S. 🚤 Bogotá’s';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['The', 'U.S', 'Bogotá']);
  });

  it('cuts a run of letters without end', () => {
    expect(tokenize('x'.repeat(200)).map(({ word }) => word.length)).toEqual([80, 80, 40]);
  });
});
