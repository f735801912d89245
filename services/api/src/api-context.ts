import type { Database } from '@aftermath/db';

/** What the routes answer from. */
export interface ApiContext {
  readonly db: Database;
  /** Throws, with a message for ops, when the program can't do its work. */
  readonly checkReady: () => Promise<void>;
  /** Told of what failed in here, which the client is not. */
  readonly onError: (error: unknown, url: string) => void;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  /** Folder of the built dashboard. */
  readonly webDir: string;
  /** Host names that requests may be for, besides loopback (DNS rebinding). */
  readonly hostNames: readonly string[];
}
