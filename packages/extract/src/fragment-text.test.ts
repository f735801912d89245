import { expect, it } from 'vitest';
import { fragmentText } from './fragment-text.ts';

it.each([
  ['<p>One</p><p>Two &amp; three</p>', 'One\n\nTwo & three'],
  ['One<br>two<br><br>Three', 'One\ntwo\n\nThree'],
  ['plain words', 'plain words'],
  ['<ul><li>a<li>b</ul><script>x()</script>', 'a\n\nb'],
  ['', ''],
])('the text of %s', (html, expected) => {
  expect(fragmentText(html)).toBe(expected);
});
