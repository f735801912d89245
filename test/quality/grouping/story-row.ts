import { createHash } from 'node:crypto';

/** A line of stories.jsonl, as far as it is read. */
export interface StoryRow {
  readonly id: string;
  readonly source: string;
  readonly topic: string;
  readonly cluster: string;
  readonly title?: string;
  readonly text: string;
}

/** Splits by topic, so that look-alikes stay on one side. */
export function hashOfTopic(topic: string): number {
  return createHash('sha256').update(topic).digest().readUInt32BE(0);
}
