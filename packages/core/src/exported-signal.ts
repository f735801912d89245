import type { Evidence, SignalStatus } from './signal.ts';
import type { Reliability } from './watch.ts';

/** A live signal with all that is known of it, as it leaves the store for other programs. Times are ISO 8601 UTC. */
export interface ExportedSignal {
  readonly id: number;
  readonly watchId: string;
  readonly category: string;
  readonly status: SignalStatus;
  readonly score: number;
  readonly countries: readonly string[];
  readonly actors: readonly string[];
  /** When the text that says so was classified. */
  readonly foundAt: string;
  readonly storyId: number;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
  readonly article: {
    readonly id: number;
    readonly title: string;
    readonly url: string;
    readonly lang: string | null;
    readonly publishedAt: string | null;
    readonly firstSeenAt: string;
  };
  /** The most reliable source that carries the article; null: none does any more. */
  readonly source: {
    readonly title: string;
    readonly country: string;
    readonly reliability: Reliability;
  } | null;
}
