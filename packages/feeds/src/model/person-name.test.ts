import { expect, it } from 'vitest';
import { personName } from './person-name.ts';

it.each([
  ['desk@news.example (The Desk)', 'The Desk'],
  ['Ana Ruiz <ana@news.example>', 'Ana Ruiz'],
  ['Ana Ruiz (ana@news.example)', 'Ana Ruiz'],
  ['ana@news.example', 'ana@news.example'],
  ['mailto:ana@news.example', 'ana@news.example'],
  ['  Ana\n Ruiz ', 'Ana Ruiz'],
  ['EFE (Bogotá)', 'EFE (Bogotá)'],
  [' ', null],
])('%j names %j', (text, name) => {
  expect(personName(text)).toBe(name);
});
