import type { EditionCorrection, EditionCounts, RuleLanguage, SignalStatus } from '@aftermath/core';
import type { DateWords } from '../plain-words.ts';

/** The frame of a digest in one language; quotes and headlines stay in their own. */
export interface Words extends DateWords {
  readonly language: RuleLanguage;
  readonly subject: (watch: string, date: string, stories: number) => string;
  /** Before the subject of a sample. */
  readonly sampleTag: string;
  readonly sample: string;
  /** `days` after the event, 0 on its day. */
  readonly event: (title: string, date: string, days: number) => string;
  readonly edition: (date: string, timeZone: string) => string;
  /** After days without a digest: since which one. */
  readonly catchUp: (previousDate: string, days: number) => string;
  readonly nothingNew: string;
  readonly summary: (counts: EditionCounts, categories: number) => string;
  readonly overview: (days: number) => string;
  readonly newStories: (count: number) => string;
  readonly noneFor: (days: number) => string;
  readonly cannotSay: string;
  readonly status: Readonly<Record<SignalStatus, string>>;
  readonly firstAnywhere: string;
  readonly firstFor: (countries: string) => string;
  readonly outlets: (outlets: number, origins: number) => string;
  readonly reliability: string;
  /** In place of a country's name, for `XX`. */
  readonly international: string;
  readonly dateUnknown: string;
  readonly also: (statuses: string) => string;
  /** Of a story that an earlier edition reported. */
  readonly knownSince: (date: string) => string;
  readonly more: (stories: number) => string;
  readonly corrections: string;
  readonly correction: Readonly<Record<EditionCorrection['because'], string>>;
  readonly withdrawn: (date: string, status: string) => string;
  readonly changed: (date: string, was: string, now: string) => string;
  /** `where` is empty for the first anywhere. */
  readonly firstCorrected: (date: string, where: string) => string;
  readonly silence: string;
  readonly silent: (category: string, days: number, listening: number, sources: number) => string;
  readonly unknown: (category: string, days: number, listening: number, sources: number) => string;
  readonly deaf: (countries: string) => string;
  readonly coverage: (healthy: number, sources: number) => string;
  readonly noCoverage: string;
  readonly failing: string;
  readonly andMore: (count: number) => string;
  readonly since: (date: string) => string;
  readonly how: string;
  readonly made: (made: {
    readonly built: string;
    readonly signals: number;
    readonly rules: string;
    readonly watch: string;
    readonly template: string;
  }) => string;
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
