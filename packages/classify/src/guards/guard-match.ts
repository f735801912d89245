import type { SignalStatus } from '@aftermath/core';
import type { Span } from '../match/sentence-hits.ts';
import type { Cue } from './compiled-guards.ts';
import type { Guard } from './guard.ts';

/** What the guards leave of a match: its status and the cue that gave it, or null when it is no signal at all. */
export interface Guarded {
  readonly status: SignalStatus;
  readonly cue: Cue | null;
}

/** The less is done, the more a cue says: a denied plan is denied. */
const STRENGTH: Readonly<Record<Guard['effect'], number>> = {
  drop: 3,
  denied: 2,
  'called-for': 1,
  announced: 0,
};

export function guardMatch(span: Span, cues: readonly Cue[]): Guarded | null {
  let strongest: Cue | null = null;
  for (const cue of cues) {
    if (!acts(cue, span)) continue;
    if (cue.guard.effect === 'drop') return null;
    if (strongest === null || STRENGTH[cue.guard.effect] > STRENGTH[strongest.guard.effect]) strongest = cue;
  }
  const effect = strongest?.guard.effect;
  return { status: effect === undefined || effect === 'drop' ? 'carried-out' : effect, cue: strongest };
}

function acts(cue: Cue, { parts }: Span): boolean {
  const { place, distance } = cue.guard;
  const over = parts.some((part) => cue.start < part.end && part.start < cue.end);
  if (place === 'over') return over;
  // A word that the rule itself asks for is no guard against the rule.
  if (over) return false;
  if (place === 'sentence') return true;
  const before = parts.some((part) => within(part.start - cue.end, distance));
  const after = parts.some((part) => within(cue.start - part.end, distance));
  if (place === 'before') return before;
  return place === 'after' ? after : before || after;
}

function within(gap: number, distance: number): boolean {
  return gap >= 0 && gap <= distance;
}
