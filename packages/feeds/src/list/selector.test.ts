import { describe, expect, it } from 'vitest';
import { checkedSelector, selectorMistake } from './selector.ts';

describe('selectorMistake', () => {
  it.each([
    'article',
    '.news > li:not(.ad, [hidden]):nth-child(2n+1) a[href^="/20"]',
    'h2 ~ p + ul li:first-of-type, main [data-kind="story" i]',
    'time@datetime',
    '*',
  ])('finds nothing wrong with %j', (selector) => {
    expect(selectorMistake(selector)).toBeNull();
  });

  it.each([
    ['', /must be a CSS selector/],
    ['article[', /must be a CSS selector/],
    ['> li', /must begin with/],
    ['a:has(b)', /must not use :has/],
    ['a:contains(x)', /must not use :contains/],
    ['a:is(b, c)', /must not use :is/],
    ['a:not(b:not(c))', /must not use :not/],
    ['a:not(b c)', /one element inside :not/],
    ['li:nth-child(2 of .x)', /must have a number/],
    ['p::first-line', /must not use pseudo-element/],
    ['a || b', /must not use column-combinator|CSS selector/],
    ['svg|a', /must not name a namespace/],
    ['a '.repeat(40), /more than 20 parts/],
    [Array(9).fill('a').join(), /more than 8 alternatives/],
    [`.${'x'.repeat(300)}`, /longer than 300/],
  ])('of %j says what is wrong', (selector, message) => {
    expect(selectorMistake(selector)).toMatch(message);
    expect(() => checkedSelector(selector)).toThrow(RangeError);
  });
});
