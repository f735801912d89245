import { describe, expect, it } from 'vitest';
import type { DifferenceRecord } from './difference-record.ts';
import { differencePainter } from './difference-text.ts';

const GAINED: DifferenceRecord = {
  kind: 'gained',
  because: 'scope',
  article: { id: 17, title: 'Three held', url: null },
  category: 'arrests',
  status: 'carried-out',
  score: 0.9312,
  countries: ['CO'],
  actors: [],
  quote: 'Police arrested\nthree men.',
  why: 'rule 1: arrested',
};
const { because: _none, ...CHANGED } = {
  ...GAINED,
  kind: 'changed' as const,
  changed: ['status', 'score', 'countries', 'quote'] as const,
  before: {
    ...GAINED,
    status: 'announced' as const,
    score: 0.5,
    countries: [],
    quote: 'Police will arrest three.',
  },
};

describe('differencePainter', () => {
  const { paintDifference, paintTotals } = differencePainter(false);

  it.each<[string, DifferenceRecord, string]>([
    [
      'what is gained',
      GAINED,
      '+ arrests  carried-out  0.93  Three held (17)\n    “Police arrested three men.”\n    the article was out of scope; rule 1: arrested\n\n',
    ],
    [
      'what is lost',
      { ...GAINED, kind: 'lost', because: 'rules' },
      '- arrests  carried-out  0.93  Three held (17)\n    “Police arrested three men.”\n    the category does not find it any more; rule 1: arrested\n\n',
    ],
    [
      'what is changed, with how it was',
      CHANGED,
      '~ arrests  announced → carried-out  0.50 → 0.93  Three held (17)\n    “Police arrested three men.”\n    was “Police will arrest three.”\n    countries: none → CO; rule 1: arrested\n\n',
    ],
  ])('tells %s', (_what, record, expected) => {
    expect(paintDifference(record)).toBe(expected);
  });

  it('lets nothing of an article steer the terminal', () => {
    const hostile = '\u001b]0;owned\u0007\u001b[2J\u202eHeld\r\u009b31m';
    const text = paintDifference({
      ...GAINED,
      article: { id: hostile, title: hostile, url: null },
      quote: hostile,
      why: hostile,
    });
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text).toContain('Held');
  });

  it('uses colour when asked, and only then', () => {
    const coloured = differencePainter(true).paintDifference(GAINED);
    expect(coloured).toContain('\u001b[32m+ arrests');
    expect(paintDifference(GAINED)).not.toContain('\u001b');
  });

  it('lists in the totals the categories in which something differs', () => {
    const none = { gained: 0, lost: 0, statusChanged: 0, otherwiseChanged: 0, same: 0 };
    const text = paintTotals({
      articles: 9,
      total: { ...none, gained: 1, same: 4 },
      categories: { arrests: { ...none, gained: 1 }, sanctions: { ...none, same: 4 } },
    });
    expect(text.split('\n')).toEqual([
      '9 articles: 1 gained, 0 lost, 0 with another status, 0 changed otherwise, 4 the same',
      '          gained    lost  status   other    same',
      'arrests        1       0       0       0       0',
      '',
    ]);
  });
});
