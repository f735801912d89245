import type { EditionCounts, SignalStatus } from '@aftermath/core';

/** The frame of a digest in one language; quotes and headlines stay in their own. */
export interface Words {
  readonly subject: (watch: string, date: string, stories: number) => string;
  /** Before the subject of a sample. */
  readonly sampleTag: string;
  readonly sample: string;
  readonly event: (title: string, date: string) => string;
  readonly edition: (date: string, timeZone: string) => string;
  /** After days without a digest: since which one. */
  readonly catchUp: (previousDate: string) => string;
  readonly nothingNew: string;
  readonly summary: (counts: EditionCounts, categories: number) => string;
  readonly status: Readonly<Record<SignalStatus, string>>;
  readonly firstAnywhere: string;
  readonly firstFor: (countries: string) => string;
  readonly outlets: (outlets: number, origins: number) => string;
  readonly reliability: string;
  /** In place of a country's code, for `XX`. */
  readonly international: string;
  readonly dateUnknown: string;
  readonly also: (statuses: string) => string;
  readonly more: (stories: number) => string;
  readonly quiet: string;
  readonly coverage: (healthy: number, sources: number) => string;
  readonly noCoverage: string;
  readonly failing: string;
  readonly andMore: (count: number) => string;
  readonly since: (date: string) => string;
  readonly made: (rules: string, template: string, built: string) => string;
  readonly openDashboard: string;
}

/** A count with its noun. */
export function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** Entries are spoken of where they are not the stories themselves. */
export function entriesOn({ entries, stories }: EditionCounts, entry: string, storyWords: string): string {
  return entries === stories ? storyWords : `${entries} ${entry} ${storyWords}`;
}
