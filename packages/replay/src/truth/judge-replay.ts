import { daysBetween, type Watch } from '@aftermath/core';
import type { ReplayPeriod } from '../edition-times.ts';
import { groupBy } from '../group-by.ts';
import type { FoundSignal } from '../replay-watch.ts';
import { happeningFilter } from './fits-happening.ts';
import type { Happening } from './happening.ts';
import type {
  DelayStatistics,
  Detection,
  FalseAlarm,
  JudgedHappening,
  TruthCounts,
  TruthReport,
  TruthSignal,
} from './truth-report.ts';

export interface TruthOptions extends ReplayPeriod {
  /** Days after a happening in which an article may be of it. */
  readonly windowDays: number;
}

/** The first signal that fits a happening. */
interface First {
  /** Tells the signal from others. */
  readonly signalId: number;
  readonly told: TruthSignal;
  readonly editionDate: string | null;
}

interface Sought {
  readonly happening: Happening;
  readonly fits: (found: FoundSignal) => boolean;
  first: First | null;
}

interface Alarm {
  readonly first: TruthSignal;
  signals: number;
  /** Some signal of the story is of a happening. */
  known: boolean;
}

/**
 * Judges the signals of a replay, in their order, by known happenings. A story counts as one alarm in a category, and
 * as none that is false when any of its signals fits a happening. Keeps the happenings and one entry for each story.
 *
 * @param happenings of categories that the watch has
 */
export function createTruthJudge(watch: Watch, happenings: readonly Happening[], options: TruthOptions) {
  const inPeriod = ({ date }: Happening) => date >= options.from && date <= options.to;
  const all = happenings
    .toSorted((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
    .map(
      (happening): Sought => ({
        happening,
        fits: happeningFilter(happening, options.windowDays),
        first: null,
      }),
    );
  const sought = groupBy(all, ({ happening }) => happening.category);
  const alarms = new Map<string, Map<number, Alarm>>();
  const notJudged: Record<string, number> = {};

  return {
    add(found: FoundSignal): void {
      const { category, storyId, signalId } = found.signal;
      const candidates = sought.get(category);
      if (candidates === undefined) {
        notJudged[category] = (notJudged[category] ?? 0) + 1;
        return;
      }
      const fitting = candidates.filter(({ fits }) => fits(found));
      for (const candidate of fitting)
        candidate.first ??= { signalId, told: told(found), editionDate: found.editionDate };
      const stories = alarms.get(category) ?? new Map<number, Alarm>();
      alarms.set(category, stories);
      const alarm = stories.get(storyId) ?? { first: told(found), signals: 0, known: false };
      stories.set(storyId, alarm);
      alarm.signals += 1;
      alarm.known ||= fitting.length > 0;
    },

    report(): TruthReport {
      const judged = judgeAll(all).filter(inPeriod);
      const ofCategory = (category: string) => [...(alarms.get(category)?.values() ?? [])];
      const falseAlarms = [...alarms].flatMap(([category, stories]) =>
        [...stories.values()]
          .filter(({ known }) => !known)
          .map(({ first, signals }): FalseAlarm => ({ category, ...first, signals })),
      );
      const categories = watch.categories.filter(({ id }) => sought.has(id));
      return {
        watch: { id: watch.id, title: watch.title },
        from: options.from,
        to: options.to,
        windowDays: options.windowDays,
        total: count(
          judged,
          categories.flatMap(({ id }) => ofCategory(id)),
        ),
        categories: categories.map(({ id, title }) => ({
          category: id,
          title,
          ...count(
            judged.filter(({ category }) => category === id),
            ofCategory(id),
          ),
        })),
        happenings: judged,
        falseAlarms: falseAlarms.toSorted((a, b) => compare(a.date, b.date)),
        outside: all.flatMap(({ happening }) => (inPeriod(happening) ? [] : happening.id)),
        notJudged,
      };
    },
  };
}

function judgeAll(all: readonly Sought[]): JudgedHappening[] {
  const takenFor = new Map<number, string[]>();
  for (const { happening, first } of all)
    if (first !== null) takenFor.set(first.signalId, [...(takenFor.get(first.signalId) ?? []), happening.id]);
  return all.map(({ happening, first }) => {
    if (first === null) return { ...happening, found: null };
    const { told, editionDate, signalId } = first;
    const found: Detection = {
      ...told,
      delayDays: daysBetween(happening.date, told.date),
      editionDate,
      editionDelayDays: editionDate === null ? null : daysBetween(happening.date, editionDate),
      alsoTakenFor: (takenFor.get(signalId) ?? []).filter((id) => id !== happening.id),
    };
    return { ...happening, found };
  });
}

function told({ signal, article, date }: FoundSignal): TruthSignal {
  const { status, score, countries, quote } = signal;
  return {
    date,
    status,
    score,
    countries,
    quote,
    article: { id: String(article.id), title: article.title, url: article.url ?? null },
  };
}

function count(happenings: readonly JudgedHappening[], alarms: readonly Alarm[]): TruthCounts {
  const found = happenings.flatMap((happening) => happening.found ?? []);
  return {
    happenings: happenings.length,
    found: found.length,
    missed: happenings.length - found.length,
    delayDays: statistics(found.map(({ delayDays }) => delayDays)),
    editionDelayDays: statistics(found.flatMap(({ editionDelayDays }) => editionDelayDays ?? [])),
    alarms: alarms.length,
    falseAlarms: alarms.filter(({ known }) => !known).length,
  };
}

function statistics(days: readonly number[]): DelayStatistics | null {
  const sorted = days.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
  return { least: at(0), median, most: at(sorted.length - 1) };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
