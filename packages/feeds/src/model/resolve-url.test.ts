import { expect, it } from 'vitest';
import { resolveUrl } from './resolve-url.ts';

it.each([
  ['https://a.example', null, 'https://a.example'],
  [' https://a.example/%7Ebob ', 'https://b.example/', 'https://a.example/%7Ebob'],
  ['/x?y#z', 'https://b.example/c/d', 'https://b.example/x?y#z'],
  ['x', 'https://b.example/c/d', 'https://b.example/c/x'],
  ['//cdn.example/x', 'https://b.example/', 'https://cdn.example/x'],
  ['/x', null, '/x'],
  ['http:///a.example/x', 'https://b.example/', 'http://a.example/x'],
  ['https://a.example/a\n b', null, 'https://a.example/a b'],
  ['tag:a.example,2025:1', 'https://b.example/', 'tag:a.example,2025:1'],
  ['', 'https://b.example/', null],
  ['javascript:alert(1)', 'https://b.example/', null],
  ['java\tscript:alert(1)', null, null],
  ['data:text/html,x', null, null],
  ['file:///etc/passwd', null, null],
  [`https://a.example/${'x'.repeat(9000)}`, null, null],
])('%j against %j is %j', (reference, base, url) => {
  expect(resolveUrl(reference, base)).toBe(url);
});
