import { describe, expect, it } from 'vitest';
import { moveAfter, moveAfterFailure } from './follow-move.ts';

const OLD = 'https://old.example/feed';
const NEW = 'https://new.example/feed';
const OTHER = 'https://other.example/feed';
const START = { url: OLD, fetchUrl: null, movedTo: null, movedSeen: 0 };

/** Where the source is asked for after looks that were led to these places. */
function askedAfter(looks: readonly (string | null)[], start: Parameters<typeof moveAfter>[0] = START) {
  let source = start;
  for (const permanentUrl of looks) source = { ...source, ...moveAfter(source, permanentUrl) };
  return source.fetchUrl ?? source.url;
}

describe('a permanent redirect', () => {
  it.each([
    ['once', [NEW], OLD],
    ['twice', [NEW, NEW], OLD],
    ['three times', [NEW, NEW, NEW], NEW],
    ['with a look between that was not led there', [NEW, NEW, null, NEW], OLD],
    ['to here and there', [NEW, OTHER, NEW, OTHER, NEW], OLD],
    ['to a place without encryption', Array(5).fill('http://new.example/feed'), OLD],
  ])('that is seen %s is followed for good only then', (_how, looks, asked) => {
    expect(askedAfter(looks)).toBe(asked);
  });

  it('that leads on, or back, is confirmed in the same way', () => {
    const moved = { ...START, fetchUrl: NEW };
    expect(askedAfter([OTHER, OTHER], moved)).toBe(NEW);
    expect(askedAfter([OTHER, OTHER, OTHER], moved)).toBe(OTHER);
    expect(askedAfter([OLD, OLD, OLD], moved)).toBe(OLD);
    expect(askedAfter([null, null, null], moved)).toBe(NEW);
  });

  it('changes nothing where there is none', () => {
    expect(moveAfter(START, null)).toBeNull();
    expect(moveAfter({ ...START, movedTo: NEW, movedSeen: 2 }, null)).toMatchObject({ movedSeen: 0 });
  });

  it('is taken back when its place can not be read', () => {
    expect(moveAfterFailure({ ...START, fetchUrl: NEW }, 2)).toBeNull();
    expect(moveAfterFailure({ ...START, fetchUrl: NEW }, 3)).toMatchObject({ fetchUrl: null });
    expect(moveAfterFailure(START, 9)).toBeNull();
  });
});
