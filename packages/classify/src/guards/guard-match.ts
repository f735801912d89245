import type { SignalStatus } from '@aftermath/core';
import type { Span } from '../match/sentence-hits.ts';
import type { Cue } from './compiled-guards.ts';

/** What the guards leave of a match: its status and the cue that gave it, or null when it is no signal at all. */
export interface Guarded {
  readonly status: SignalStatus;
  readonly cue: Cue | null;
}

/** The less is done, the more a cue says: a denied plan is denied. */
const STRENGTH: Readonly<Record<SignalStatus, number>> = {
  denied: 3,
  'called-for': 2,
  announced: 1,
  'carried-out': 0,
};

/** @param keepNegated a match that the sentence negates still counts */
export function guardMatch(span: Span, cues: readonly Cue[], keepNegated: boolean): Guarded | null {
  let guarded: Guarded = { status: 'carried-out', cue: null };
  for (const cue of cues) {
    const { effect } = cue.guard;
    if ((effect === 'negate' && keepNegated) || !acts(cue, span)) continue;
    if (effect === 'drop' || effect === 'negate') return null;
    if (STRENGTH[effect] > STRENGTH[guarded.status]) guarded = { status: effect, cue };
  }
  return guarded;
}

function acts(cue: Cue, { start, end, parts }: Span): boolean {
  const { place, distance } = cue.guard;
  const over = parts.some((part) => cue.start < part.end && part.start < cue.end);
  if (place === 'over') return over;
  if (place === 'within' && cue.start < end && start < cue.end) return true;
  // A word that the rule itself asks for is no guard against the rule.
  if (over) return false;
  if (place === 'sentence') return true;
  const before = parts.some((part) => within(part.start - cue.end, distance));
  const after = parts.some((part) => within(cue.start - part.end, distance));
  if (place === 'before' || place === 'within') return before;
  return place === 'after' ? after : before || after;
}

function within(gap: number, distance: number): boolean {
  return gap >= 0 && gap <= distance;
}
