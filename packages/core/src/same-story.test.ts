import { describe, expect, it } from 'vitest';
import { isSameStory, isSameText } from './same-story.ts';

const BEFORE = {
  url: 'https://paper.example/port-closed-48213',
  title: 'Port of Sereno closed after raid',
  summary: 'Three men were arrested on the docks, the minister said.',
};

describe('isSameStory', () => {
  it.each([
    [
      'a new slug and headline',
      { url: 'https://paper.example/b', title: 'Port of Sereno reopens after raid' },
      true,
    ],
    [
      'nothing but the number of its address',
      { url: 'https://paper.example/x-48213', title: 'Wine', summary: null },
      true,
    ],
    [
      'another story',
      { url: 'https://paper.example/c', title: 'Wine harvest begins', summary: 'Grapes are picked early.' },
      false,
    ],
    [
      'another story with one word in common',
      { url: 'https://paper.example/c', title: 'Port wine', summary: null },
      false,
    ],
    [
      'the same number at another site',
      { url: 'https://other.example/x-48213', title: 'Wine', summary: null },
      false,
    ],
    ['no words at all', { url: 'https://paper.example/d', title: null, summary: null }, false],
    [
      'markup in common only',
      {
        url: 'https://paper.example/e',
        title: 'Wine',
        summary: '<img class="media image large" src="minister docks">',
      },
      false,
    ],
  ])('tells an entry with %s', (_what, after, expected) => {
    expect(isSameStory(BEFORE, { ...BEFORE, ...after })).toBe(expected);
  });
});

describe('isSameText', () => {
  const text = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
  it.each([
    ['itself', text, true],
    ['a shortened copy', text.slice(0, 300), true],
    ['itself with more around it', `Before it. ${text} After it.`, true],
    ['a text with the same words in another order', text.split(' ').reverse().join(' '), false],
    ['too few words to prove anything', 'word1 word2 word3 word4 word5', false],
    ['nothing', '', false],
  ])('knows %s', (_what, other, expected) => {
    expect(isSameText(text, other)).toBe(expected);
  });
});
