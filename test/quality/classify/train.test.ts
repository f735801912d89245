import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../train.ts';
import { readOwnSentences } from './own-sentences.ts';

const FILE = path.resolve(import.meta.dirname, '../../../packages/classify/src/model/shipped-model.json');

describe('the model that ships', () => {
  it('is what `npm run train` makes, to the byte', () => {
    expect(run()).toBe(readFileSync(FILE, 'utf8'));
  }, 60_000);

  it('was trained from a part of the sentences, and no sentence is on both sides', () => {
    const { rows } = readOwnSentences();
    const texts = (test: boolean) => rows.filter((row) => row.test === test).map(({ text }) => text);
    expect(texts(true).length).toBeGreaterThan(rows.length / 3);
    expect(texts(false).filter((text) => texts(true).includes(text))).toEqual([]);
  });
});
