import { createHash } from 'node:crypto';

/** A line of stories.jsonl, as far as it is read. */
export interface StoryRow {
  readonly id: string;
  readonly source: string;
  readonly topic: string;
  readonly cluster: string;
  readonly title?: string;
  readonly text: string;
  readonly lang: string;
  /** ISO 8601; the corpora give none that tells the day. */
  readonly publishedAt?: string;
}

/** A number that stands for a text: splits sets by topic, so that look-alikes stay on one side, and orders them. */
export function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
