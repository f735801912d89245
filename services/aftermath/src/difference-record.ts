import type { ArticleInput, Signal, SignalStatus } from '@aftermath/core';
import type { DifferenceCause, SignalDifference, SignalPart } from '@aftermath/replay';

/** What a signal says, with its strongest evidence. */
interface ToldSignal {
  readonly status: SignalStatus;
  readonly score: number;
  readonly countries: readonly string[];
  readonly actors: readonly string[];
  /** Verbatim. */
  readonly quote: string;
  readonly why: string;
}

/** One line of `watch diff --json`. A signal that was lost is told as it was. */
export interface DifferenceRecord extends ToldSignal {
  readonly kind: SignalDifference['kind'];
  readonly article: { readonly id: string | number; readonly title: string; readonly url: string | null };
  readonly category: string;
  /** Of what is gained or lost. */
  readonly because?: DifferenceCause;
  /** Of what is changed: in what, and how it was. */
  readonly changed?: readonly SignalPart[];
  readonly before?: ToldSignal;
}

/** A difference flat, for programs and for people. */
export function differenceRecord(
  { id, title, url }: ArticleInput & { readonly id: string | number },
  difference: SignalDifference,
): DifferenceRecord {
  const { kind, signal } = difference;
  return {
    kind,
    article: { id, title, url: url ?? null },
    category: signal.category,
    ...told(signal),
    ...(difference.kind === 'changed'
      ? { changed: difference.parts, before: told(difference.before) }
      : { because: difference.because }),
  };
}

function told({ status, score, countries, actors, evidence: [first] }: Signal): ToldSignal {
  return { status, score, countries, actors, quote: first?.quote ?? '', why: first?.why ?? '' };
}
