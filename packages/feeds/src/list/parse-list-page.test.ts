import { describe, expect, it } from 'vitest';
import { parseListPage } from './parse-list-page.ts';

const parse = (html: string, items = 'li') =>
  parseListPage(new TextEncoder().encode(html), { items }, { url: 'https://news.example/list' });

describe('parseListPage', () => {
  it.each([
    ['list-without-items', '<title>Just a moment...</title><p>Checking', /“Just a moment...”/],
    ['feed-empty', ' ', /nothing in them/],
    ['feed-too-large', '<div>'.repeat(1e6), /levels/],
    ['feed-too-large', '<br>'.repeat(1e6), /elements/],
    [
      'feed-too-large',
      `<li ${'a'.repeat(10)}${Array.from({ length: 1e5 }, (_, i) => ` a${i}`).join('')}>`,
      /attributes/,
    ],
    ['feed-too-large', 'x'.repeat(9e6), /characters/],
  ])('says %s', (code, html, message) => {
    expect(() => parse(html)).toThrow(
      expect.objectContaining({ code, kind: 'never', message: expect.stringMatching(message) }),
    );
  });

  it('reads the first thousand items of a page that has more', () => {
    const page = parse('<li><a href="/a">x</a>'.replace('/a', '/a').repeat(1200));
    expect(page.problems.map(({ code }) => code)).toEqual(['too-many-items']);
  });

  it('answers the costliest selectors it takes on the largest page it takes', () => {
    const rows = '<li><a href="/x">t</a></li>'.repeat(14_000);
    const costly = [
      'li ~ li ~ li ~ li ~ b',
      'li:nth-last-child(3n+1) ~ li:nth-of-type(2n) a, * * * * * * * *',
    ];
    for (const items of costly) expect(() => parse(`<ul>${rows}</ul>`, items)).not.toThrow(RangeError);
  });
});
