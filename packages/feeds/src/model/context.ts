import type { Problems } from '../problems.ts';

/** What an adapter knows beyond the wire. */
export interface FeedContext {
  /** Where the document was got, when known. */
  readonly url: string | null;
  /** ISO 8601: the moment to call a date future against; null: none is. */
  readonly now: string | null;
  /** Of the source, for documents that don't say theirs. */
  readonly language: string | null;
  /** Of the whole feed. */
  readonly problems: Problems;
}
