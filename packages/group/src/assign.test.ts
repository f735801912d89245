import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridge, bridgeInSpanish, bridgeToldOtherwise, otherBridge } from './__fixtures__/articles.ts';
import { assign, type Candidate } from './assign.ts';
import { fingerprint } from './fingerprint.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const candidates: readonly Candidate[] = [
  { id: 7, storyId: 3, fingerprint: fingerprint(bridge), at: day(2) },
  { id: 5, storyId: 3, fingerprint: fingerprint(bridge), at: day(3) },
  { id: 9, storyId: 4, fingerprint: fingerprint(otherBridge), at: day(1) },
];

describe('assign', () => {
  it('opens a new story when nothing is like it', () => {
    expect(assign(fingerprint(bridge), [])).toEqual({
      storyId: null,
      copyOf: null,
      rivals: [],
      merges: [],
    });
    expect(assign(fingerprint(bridge), candidates.slice(2))).toMatchObject({ storyId: null });
  });

  it('finds the story of the same happening told in other words, and calls it no copy', () => {
    expect(assign(fingerprint(bridgeToldOtherwise), candidates)).toMatchObject({ storyId: 3, copyOf: null });
  });

  it('finds the story told in another language by its names', () => {
    expect(assign(fingerprint(bridgeInSpanish), candidates)).toMatchObject({ storyId: 3, copyOf: null });
  });

  it.each([
    ['word for word', bridge.text],
    ['with a local paragraph', `${bridge.text} Ferries to the islands run as usual, the town said.`],
    ['shortened', bridge.text.slice(0, 300)],
    [
      'lightly reworded',
      bridge.text.replace('struck', 'rammed').replace('Nobody was hurt', 'There were no injuries'),
    ],
  ])('knows a copy %s, of the earliest article', (_, text) => {
    expect(assign(fingerprint({ title: 'Osgood Bridge shut', text }), candidates)).toMatchObject({
      storyId: 3,
      copyOf: 7,
    });
  });

  it('asks for more likeness the longer a story has been silent', () => {
    const retold = fingerprint(bridgeToldOtherwise);
    expect(assign(retold, candidates, day(3)).storyId).toBe(3);
    expect(assign(retold, candidates, day(13)).storyId).toBeNull();
    expect(assign(fingerprint(bridge), candidates, day(13)).storyId).toBe(3);
  });

  it('names the other stories that would fit', () => {
    const split = [
      ...candidates,
      { id: 11, storyId: 8, fingerprint: fingerprint(bridgeToldOtherwise), at: day(2) },
    ];
    expect(assign(fingerprint(bridge), split)).toMatchObject({ storyId: 3, rivals: [8] });
  });

  it('says which stories are so like that they are one, and spares those that a round-up ties together', () => {
    const twice = [{ ...candidates[0], id: 11, storyId: 8 } as Candidate, ...candidates];
    expect(assign(fingerprint(bridge), twice).merges).toEqual([8]);
    const both = { title: '', text: `${bridge.text} ${otherBridge.text}` };
    expect(assign(fingerprint(both), candidates).merges).toEqual([]);
  });

  it('does not depend on the order of candidates', () => {
    const more = [bridge, bridgeToldOtherwise, otherBridge, bridgeInSpanish].map((article, i) => ({
      id: 20 + i,
      storyId: 30 + (i % 2),
      fingerprint: fingerprint(article),
      at: i === 2 ? null : day(4),
    }));
    const all = [...candidates, ...more];
    const expected = assign(fingerprint(bridgeToldOtherwise), all);
    const shuffled = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(assign(fingerprint(bridgeToldOtherwise), order)).toEqual(expected);
      }),
    );
  });
});
