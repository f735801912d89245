import { describe, expect, it } from 'vitest';
import { type CarriedArticle, countOrigins, ownerOf } from './origins.ts';

let next = 1;
const carried = (url: string, changes: Partial<CarriedArticle> = {}): CarriedArticle => ({
  id: next++,
  url,
  copyOf: null,
  agencies: [],
  ...changes,
});

describe('countOrigins', () => {
  const original = carried('https://www.diario.example/a');
  it.each<[string, number, readonly CarriedArticle[]]>([
    ['papers that wrote for themselves', 2, [original, carried('https://courier.example/b')]],
    ['a copy and its original', 1, [original, carried('https://b.example/', { copyOf: original.id })]],
    [
      'copies of one that is not among them',
      1,
      [carried('https://b.example/', { copyOf: 900 }), carried('https://c.example/', { copyOf: 900 })],
    ],
    ['two desks of one paper', 1, [original, carried('https://politica.diario.example/b')]],
    [
      'different words that credit the same agency',
      1,
      [
        carried('https://b.example/', { agencies: ['EFE'] }),
        carried('https://c.example/', { agencies: ['EFE'] }),
      ],
    ],
    [
      'a dispatch, and its copy that keeps quiet about it',
      1,
      [original, carried('https://b.example/', { copyOf: original.id, agencies: ['AFP'] })],
    ],
    [
      'what is made of two agencies, beside both',
      2,
      [
        carried('https://a.example/', { agencies: ['EFE', 'AFP'] }),
        carried('https://b.example/', { agencies: ['EFE'] }),
        carried('https://c.example/', { agencies: ['AFP'] }),
      ],
    ],
    [
      'two blogs on one host',
      2,
      [carried('https://one.blogspot.com/a'), carried('https://two.blogspot.com/a')],
    ],
    [
      'a ring of copies',
      2,
      [
        carried('https://a.example/', { id: 1_001, copyOf: 1_002 }),
        carried('https://b.example/', { id: 1_002, copyOf: 1_001 }),
      ],
    ],
    ['none', 0, []],
  ])('of %s: %i', (_what, origins, articles) => {
    expect(countOrigins(articles)).toBe(origins);
    expect(countOrigins([...articles].reverse())).toBe(origins);
  });
});

describe('ownerOf', () => {
  it('takes the fallback for an address without a domain', () => {
    expect(ownerOf('http://127.0.0.1/a', 'Our paper')).toBe('Our paper');
    expect(ownerOf('https://news.example.co.uk/a', '')).toBe('example.co.uk');
  });
});
