import { describe, expect, it } from 'vitest';
import { createPostingTable } from './posting-table.ts';

describe('createPostingTable', () => {
  it('finds what was added under a key, however often it has grown', () => {
    const table = createPostingTable();
    for (let i = 0; i < 100_000; i++) table.add(`key ${i}`, i);
    const lost = Array.from({ length: 100_000 }, (_, i) => i).filter(
      (i) => !table.find(`key ${i}`).includes(i),
    );
    expect(lost.length).toBeLessThan(500);
    expect(table.find('key of none')).toEqual([]);
  });

  it('keeps the newest of a key that too many share', () => {
    const table = createPostingTable();
    for (let i = 0; i < 1_000; i++) table.add('shared', i);
    const found = [...table.find('shared')].sort((a, b) => a - b);
    expect(found).toEqual(Array.from({ length: 16 }, (_, i) => 984 + i));
  });
});
