import { describe, expect, it } from 'vitest';
import {
  type LookGrade,
  NEW_STANDING,
  noticeOf,
  type SourceStanding,
  standingAfter,
} from './source-state.ts';

const START = new Date('2026-03-01T00:00:00Z');
const HOUR_MS = 3_600_000;
const GRADES: Readonly<Record<string, LookGrade>> = {
  '+': 'good',
  '~': 'flawed',
  '?': 'put-off',
  '-': 'failed',
  x: 'gone',
};

/** The standing after looks an hour apart, written as one sign each. */
function after(looks: string, everyMs = HOUR_MS, from: SourceStanding = NEW_STANDING): SourceStanding[] {
  const standings: SourceStanding[] = [];
  let standing = from;
  for (const [index, sign] of [...looks].entries()) {
    standing = standingAfter(standing, GRADES[sign] ?? 'good', new Date(START.getTime() + index * everyMs));
    standings.push(standing);
  }
  return standings;
}

const last = (looks: string, everyMs?: number) => after(looks, everyMs).at(-1) ?? NEW_STANDING;

describe('standingAfter', () => {
  it.each([
    ['+', 'healthy'],
    ['+++-', 'healthy'],
    ['+++-+', 'healthy'],
    ['+++--', 'degraded'],
    ['+++--+', 'degraded'],
    ['+++--++', 'healthy'],
    ['+++---', 'failing'],
    // Read again is not well again.
    ['+++---+', 'degraded'],
    ['+++---++++', 'healthy'],
    ['+-+-+-+-', 'degraded'],
    ['~', 'healthy'],
    ['~~~~~~', 'degraded'],
    ['-', 'failing'],
    ['-+', 'degraded'],
    ['-++', 'healthy'],
    ['+++x', 'dead'],
    ['x-', 'dead'],
    ['x+', 'degraded'],
    ['+???', 'healthy'],
    ['?', 'new'],
  ])('calls a source with the looks %s %s', (looks, state) => {
    expect(last(looks).state).toBe(state);
  });

  it('says since when it fails: since the first failure that no read came after', () => {
    expect(last('+--+--').failingSince).toEqual(new Date(START.getTime() + 4 * HOUR_MS));
    expect(last('+--+').failingSince).toBeNull();
  });

  it('calls a source dead that has failed for a month, and alive as soon as it is read', () => {
    const day = 24 * HOUR_MS;
    expect(last(`+${'-'.repeat(30)}`, day).state).toBe('failing');
    expect(last(`+${'-'.repeat(31)}`, day).state).toBe('dead');
    expect(last(`+${'-'.repeat(31)}+`, day).state).toBe('degraded');
  });

  it('counts being put off as no failure for a day, then as one', () => {
    expect(last(`+${'?'.repeat(23)}`)).toMatchObject({ state: 'healthy', failures: 0 });
    expect(last(`+${'?'.repeat(26)}`)).toMatchObject({ state: 'failing' });
    expect(last('?'.repeat(26)).state).toBe('failing');
  });

  it('changes its mind seldom about a source on the edge', () => {
    const states = after('+-'.repeat(50)).map(({ state }) => state);
    const changes = states.filter((state, index) => index > 0 && state !== states[index - 1]);
    expect(changes).toEqual(['degraded']);
  });

  it('keeps trouble between none and all', () => {
    for (const { trouble } of [...after('-'.repeat(99)), ...after('~+-'.repeat(33))]) {
      expect(trouble).toBeGreaterThanOrEqual(0);
      expect(trouble).toBeLessThanOrEqual(1);
    }
  });
});

describe('noticeOf', () => {
  const now = START;
  const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
  const untold = { toldAt: null, acknowledgedAt: null };

  it.each([
    ['healthy', 'failing', untold, 'changed'],
    ['failing', 'degraded', { toldAt: ago(1), acknowledgedAt: ago(1) }, 'changed'],
    ['new', 'healthy', untold, undefined],
    ['new', 'failing', untold, 'changed'],
    ['failing', 'failing', { toldAt: ago(23), acknowledgedAt: null }, undefined],
    ['failing', 'failing', { toldAt: ago(24), acknowledgedAt: null }, 'still'],
    ['dead', 'dead', { toldAt: ago(48), acknowledgedAt: null }, 'still'],
    ['failing', 'failing', { toldAt: ago(48), acknowledgedAt: ago(1) }, undefined],
    ['degraded', 'degraded', { toldAt: ago(99), acknowledgedAt: null }, undefined],
    ['paused', 'paused', { toldAt: ago(99), acknowledgedAt: null }, undefined],
  ] as const)('of a source that was %s and is %s, told %o, is %s', (from, to, history, kind) => {
    expect(noticeOf(from, to, history, now)?.kind).toBe(kind);
  });
});
