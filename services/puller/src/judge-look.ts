import { type Failure, type LookGrade, noticeOf, type SourceState, standingAfter } from '@aftermath/core';
import type { SourceCheck, SourceMove, SourceRow } from '@aftermath/db';

export type Judgement = Required<Pick<SourceCheck, 'standing' | 'notice'>>;

/** The answer of a server that says that a feed is gone for good (410). */
export const GONE = 'http-gone';

/** What a look that could not be had says of its source. A broken circuit is a failed look: the host is down. */
export function gradeOf({ kind, code }: Failure): LookGrade {
  if (code === GONE) return 'gone';
  return kind === 'later' && code !== 'host-down' ? 'put-off' : 'failed';
}

/** How the source stands after a look, and whether operators have to be told. */
export function judgeLook(
  source: SourceRow,
  grade: LookGrade,
  {
    at,
    problem,
    move,
  }: { readonly at: Date; readonly problem: string | null; readonly move: SourceMove | null },
): Judgement {
  const standing = standingAfter(source, grade, at);
  const notice = noticeOf(source.state, standing.state, source, at);
  if (notice !== null) return { standing, notice: { ...notice, message: words(standing.state, problem) } };
  const moved = movedWords(source, move);
  const same = { from: source.state, to: standing.state };
  return { standing, notice: moved === null ? null : { kind: 'moved', ...same, message: moved } };
}

/** What operators are told of a source that is not asked any more; null: they know, or were told today. */
export function remindOf(source: SourceRow, at: Date): SourceCheck['notice'] {
  const notice = noticeOf('dead', 'dead', source, at);
  return notice === null ? null : { ...notice, message: words('dead', 'it is gone for good (410)') };
}

const STATE_WORDS: Readonly<Record<SourceState, string>> = {
  new: 'it was not looked at yet',
  healthy: 'it is read again',
  degraded: 'it is read, but not each time or not whole',
  failing: "it can't be read",
  dead: 'it is dead: "sources resume" looks at it again, or take it out of the watch',
  paused: 'it is left alone',
};

function words(state: SourceState, problem: string | null): string {
  return problem === null ? STATE_WORDS[state] : `${STATE_WORDS[state]}: ${problem}`;
}

function movedWords({ fetchUrl, url }: SourceRow, move: SourceMove | null): string | null {
  if (move === null || move.fetchUrl === fetchUrl) return null;
  return move.fetchUrl === null
    ? `it is asked for at its own address again: ${url}`
    : `it moved for good, and is asked for at ${move.fetchUrl}: change the watch file`;
}
