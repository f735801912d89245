/**
 * `new`: not looked at yet; `degraded`: read, but not each time or not whole; `failing`: can't be read; `dead`: gone
 * for good, or failing for a month; `paused`: an operator wants it left alone.
 */
export const SOURCE_STATES = ['new', 'healthy', 'degraded', 'failing', 'dead', 'paused'] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/**
 * What one look at a source says of its health. `flawed`: read, but not whole; `put-off`: its server asked us to come
 * later; `gone`: its server says that it will not come back (410).
 */
export type LookGrade = 'good' | 'flawed' | 'put-off' | 'failed' | 'gone';

/** What is remembered of a source's looks: enough to say its state after the next one. */
export interface SourceStanding {
  readonly state: Exclude<SourceState, 'paused'>;
  /** 0: all looks were good; 1: none was. Later looks count more. */
  readonly trouble: number;
  /** Looks that failed since the last one that did not. */
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly lastOkAt: Date | null;
}

/**
 * Weight of one look in `trouble`, an exponentially weighted mean (Roberts 1959, the EWMA control chart). With the
 * thresholds below: one failure among good looks changes nothing, two in a row or one in two degrade a source, and two
 * good looks after two failures make it healthy again. A choice, not measured.
 */
const LOOK_WEIGHT = 0.3;
const DEGRADED_FROM = 0.5;
const HEALTHY_BELOW = 0.255;
const TROUBLE: Readonly<Record<'good' | 'flawed' | 'failed', number>> = { good: 0, flawed: 0.75, failed: 1 };
/** Failures in a row. Their waits double, so that three take more than an hour at the usual interval. */
const FAILURES_TO_FAIL = 3;
const DEAD_AFTER_MS = 30 * 86_400_000;
/** A server that has put us off for so long can't be read, however politely it says so. */
const PUT_OFF_MS_MAX = 86_400_000;

export const NEW_STANDING: SourceStanding = {
  state: 'new',
  trouble: 0,
  failures: 0,
  failingSince: null,
  lastOkAt: null,
};

/**
 * The standing of a source after one more look. Pure; a state is left by more than it was entered by, so that a source
 * on the edge does not change its state with every look.
 */
export function standingAfter(before: SourceStanding, look: LookGrade, at: Date): SourceStanding {
  if (look === 'put-off') return afterPutOff(before, at);
  if (look === 'good' || look === 'flawed') return afterRead(before, look, at);
  const trouble = blend(before.trouble, TROUBLE.failed);
  const failingSince = before.failingSince ?? at;
  const failed = { ...before, trouble, failures: before.failures + 1, failingSince };
  const state = look === 'gone' ? 'dead' : stateOfFailed(failed, at);
  // One that fails at its first look has to be read twice too before it is well.
  return { ...failed, state, trouble: isDown(state) ? Math.max(trouble, DEGRADED_FROM) : trouble };
}

function afterRead(before: SourceStanding, look: 'good' | 'flawed', at: Date): SourceStanding {
  const trouble = blend(before.trouble, TROUBLE[look]);
  const wasWell = before.state === 'new' || before.state === 'healthy';
  const state = trouble < (wasWell ? DEGRADED_FROM : HEALTHY_BELOW) ? 'healthy' : 'degraded';
  return { state, trouble, failures: 0, failingSince: null, lastOkAt: at };
}

/** Being put off says nothing of a source, unless it never ends. */
function afterPutOff(before: SourceStanding, at: Date): SourceStanding {
  const failingSince = before.failingSince ?? at;
  const quietSince = before.lastOkAt ?? failingSince;
  if (at.getTime() - quietSince.getTime() >= PUT_OFF_MS_MAX) return standingAfter(before, 'failed', at);
  return { ...before, failingSince: before.lastOkAt === null ? failingSince : before.failingSince };
}

function stateOfFailed(
  { state, trouble, failures, failingSince }: SourceStanding,
  at: Date,
): SourceStanding['state'] {
  if (state === 'dead') return 'dead';
  if (failingSince !== null && at.getTime() - failingSince.getTime() >= DEAD_AFTER_MS) return 'dead';
  // What was never read has no good days to be measured against.
  if (state === 'new' || state === 'failing' || failures >= FAILURES_TO_FAIL) return 'failing';
  return state === 'degraded' || trouble >= DEGRADED_FROM ? 'degraded' : 'healthy';
}

function isDown(state: SourceState): boolean {
  return state === 'failing' || state === 'dead';
}

function blend(before: number, now: number): number {
  return before + LOOK_WEIGHT * (now - before);
}

/** What operators are told of a source: that its state changed, or that it still is as it should not be. */
export interface SourceNotice {
  readonly kind: 'changed' | 'still';
  readonly from: SourceState;
  readonly to: SourceState;
}

/** What can't be read is told again until someone mends it or says that he knows. */
const TELL_AGAIN_MS = 86_400_000;

export interface TellHistory {
  readonly toldAt: Date | null;
  /** When an operator said that he knows; forgotten when the state changes. */
  readonly acknowledgedAt: Date | null;
}

/** Whether operators have to be told of a source now: once when its state changes, then once a day while it can't be read. */
export function noticeOf(
  from: SourceState,
  to: SourceState,
  { toldAt, acknowledgedAt }: TellHistory,
  now: Date,
): SourceNotice | null {
  // That a first look went well is no news.
  if (from !== to) return from === 'new' && to === 'healthy' ? null : { kind: 'changed', from, to };
  if (!isDown(to) || acknowledgedAt !== null) return null;
  const waited = toldAt === null || now.getTime() - toldAt.getTime() >= TELL_AGAIN_MS;
  return waited ? { kind: 'still', from, to } : null;
}
