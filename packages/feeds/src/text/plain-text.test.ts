import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['High <b>water</b>', 'High water'],
  ['AT&amp;T &#8217;s <i>day</i>', 'AT&T ’s day'],
  ['1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
  ['<p>One</p><p>Two<br>Three</p>', 'One Two Three'],
  ['a<script>x<y</script>b<!-- c -->d', 'abd'],
  ['  two\n\nlines&nbsp;here ', 'two lines here'],
  ['', ''],
])('plainText(%j) is %j', (markup, text) => {
  expect(plainText(markup)).toBe(text);
});
