/** What one request may cost; a test or an operator may set others. */
export interface FetchLimits {
  /** Bytes as they come over the wire. */
  readonly wireBytesMax: number;
  /** Bytes after decompression. */
  readonly bodyBytesMax: number;
  readonly headerBytesMax: number;
  readonly redirectsMax: number;
  readonly connectMs: number;
  readonly firstByteMs: number;
  /** Between two pieces of a body. */
  readonly idleMs: number;
  /** All of it, redirects included: a drip can't keep us. */
  readonly totalMs: number;
}

export const DEFAULT_LIMITS: FetchLimits = {
  wireBytesMax: 10 * 1024 * 1024,
  bodyBytesMax: 20 * 1024 * 1024,
  headerBytesMax: 64 * 1024,
  redirectsMax: 5,
  connectMs: 10_000,
  firstByteMs: 20_000,
  idleMs: 15_000,
  totalMs: 45_000,
};
