import { expect, it } from 'vitest';
import { threadFile } from './thread-file.ts';

it.each([
  ['file:///app/src/run.ts', 'file:///app/src/parse-thread.ts'],
  ['file:///app/dist/run.js', 'file:///app/dist/parse-thread.js'],
  ['file:///app/src/run.ts?v=1', 'file:///app/src/parse-thread.ts'],
])('a caller at %s starts %s', (caller, expected) => {
  expect(threadFile(caller, './parse-thread').href).toBe(expected);
});
