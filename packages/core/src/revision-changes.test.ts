import { describe, expect, it } from 'vitest';
import { isRepublication, revisionChanges } from './revision-changes.ts';

const before = {
  title: 'Port closed',
  text: 'The port is closed.\n\nTwo men were held.\n\nIt rained.',
  publishedAt: '2026-03-01T12:00:00.000Z',
};

describe('revisionChanges', () => {
  it.each([
    ['nothing', {}, null],
    ['a date that other time zones explain', { publishedAt: '2026-03-02T00:00:00.000Z' }, null],
    ['a date that was lost', { publishedAt: null }, null],
    [
      'the title',
      { title: 'Port reopened' },
      { title: { from: 'Port closed', to: 'Port reopened' }, publishedAt: null, text: [] },
    ],
    [
      'a paragraph',
      { text: 'The port is closed.\n\nThree men were held.\n\nIt rained.' },
      {
        title: null,
        publishedAt: null,
        text: [{ removed: ['Two men were held.'], added: ['Three men were held.'] }],
      },
    ],
    [
      'what was taken out and what was added',
      { text: 'Two men were held.\n\nIt rained.\n\nIt stopped.' },
      {
        title: null,
        publishedAt: null,
        text: [
          { removed: ['The port is closed.'], added: [] },
          { removed: [], added: ['It stopped.'] },
        ],
      },
    ],
  ])('tells %s', (_what, edit, expected) => {
    expect(revisionChanges(before, { ...before, ...edit })).toEqual(expected);
  });

  it('tells the same article put out again from an edited one', () => {
    const again = revisionChanges(before, { ...before, publishedAt: '2026-04-01T12:00:00.000Z' });
    const edited = revisionChanges(before, {
      ...before,
      title: 'x',
      publishedAt: '2026-04-01T12:00:00.000Z',
    });
    expect([again, edited].map((changes) => changes !== null && isRepublication(changes))).toEqual([
      true,
      false,
    ]);
  });

  it('keeps a bounded part of a text that was replaced whole', () => {
    const paragraphs = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word} ${i}`).join('\n\n');
    const changes = revisionChanges(
      { ...before, text: paragraphs('old') },
      { ...before, text: paragraphs('new') },
    );
    expect(changes?.text).toHaveLength(1);
    expect(changes?.text[0]?.added).toHaveLength(20);
  });
});
