import type { Database } from '@aftermath/db';
import type { Health } from '@aftermath/telemetry';

/** What the routes answer from. */
export interface ApiContext {
  readonly db: Database;
  /** Says whether the program can do its work. */
  readonly health: Health;
  /** Told of what failed in here, which the client is not. */
  readonly onError: (error: unknown, url: string) => void;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  /** Folder of the built dashboard. */
  readonly webDir: string;
  /** Where others find the dashboard, without a trailing slash: feeds lead there. */
  readonly publicUrl: string;
  /** Host names that requests may be for, besides loopback (DNS rebinding). */
  readonly hostNames: readonly string[];
}
