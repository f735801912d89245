import { compileWatches } from '@aftermath/classify';
import {
  type ArticleInput,
  buildEdition,
  type EditionInput,
  type EditionSignal,
  type Evidence,
  editionWatch,
  leadSentence,
  type Watch,
} from '@aftermath/core';
import { createStoryMemory } from '@aftermath/group';
import { type RenderedEdition, renderEdition } from '@aftermath/mail';
import { editionTimes, type ReplayPeriod } from './edition-times.ts';
import { createLedger } from './replay-ledger.ts';
import { createRecords } from './replay-records.ts';

/** An article as an archive keeps it; one without a date has no place on the clock. */
export interface DatedArticle extends ArticleInput {
  readonly id: string | number;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** A signal as a replay found it. */
export interface FoundSignal {
  readonly signal: EditionSignal;
  readonly article: DatedArticle;
  /** Local date of the article. */
  readonly date: string;
  /** Date of the edition that tells it; null: it comes after the last one. */
  readonly editionDate: string | null;
}

export interface ReplayOptions extends ReplayPeriod {
  readonly allInScope: boolean;
  readonly rulesHash: string;
  readonly watchHash: string;
  /** Told of every signal, in order. */
  readonly onSignal?: (found: FoundSignal) => void;
}

export interface ReplayedEdition extends RenderedEdition {
  readonly date: string;
  readonly signals: number;
}

/** Signals by local date, then by category. */
export type SignalCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ReplaySummary {
  readonly articles: number;
  readonly inScope: number;
  readonly signals: number;
  readonly editions: number;
  readonly signalsPerDay: SignalCounts;
}

/**
 * Runs a watch over archived articles as if each had come in when it was published, and yields the editions
 * of the period in order. No network, no clock, no chance: the same input gives the same bytes. Holds the
 * signals since the last edition and a window of stories, so that memory stays flat over any archive.
 *
 * @param articles in order of publication
 */
export async function* replayWatch(
  watch: Watch,
  articles: AsyncIterable<DatedArticle>,
  options: ReplayOptions,
): AsyncGenerator<ReplayedEdition, ReplaySummary> {
  const { localDate, editions, start, end } = editionTimes(watch.digest, options);
  const replay = createReplay(watch, options, localDate);
  const render = async ({ date, at }: { date: string; at: Date }) => {
    const input = replay.takeEdition(date, at);
    return { date, signals: input.signals.length, ...(await renderEdition(buildEdition(input))) };
  };
  let next = editions.next();
  for await (const article of articles) {
    const at = new Date(article.publishedAt);
    if (at < start || at >= end) continue;
    while (!next.done && next.value.at <= at) {
      yield await render(next.value);
      next = editions.next();
    }
    replay.add(article, at, next.done ? null : next.value.date);
  }
  while (!next.done) {
    yield await render(next.value);
    next = editions.next();
  }
  return replay.summary();
}

function createReplay(watch: Watch, options: ReplayOptions, localDate: (at: Date) => string) {
  const classifier = compileWatches([watch]);
  const stories = createStoryMemory();
  const storyNumbers = new Map<string, number>();
  const articleNumbers = new Map<string, number>();
  /** Date of the first edition of each category and story. */
  const told = new Map<string, string>();
  const ledger = createLedger();
  const records = createRecords(watch.categories.map(({ id }) => id));
  const perDay: Record<string, Record<string, number>> = {};
  const count = { articles: 0, inScope: 0, signals: 0, editions: 0 };
  let pending: EditionSignal[] = [];
  let previousDate: string | null = null;

  return {
    add(article: DatedArticle, at: Date, editionDate: string | null): void {
      count.articles += 1;
      const [decision] = classifier.classify(article, { allInScope: options.allInScope });
      if (decision === undefined || !(decision.inScope || options.allInScope)) return;
      count.inScope += 1;
      const place = stories.add(String(article.id), article);
      const storyId = storyNumbers.get(place.storyId) ?? storyNumbers.size + 1;
      storyNumbers.set(place.storyId, storyId);
      articleNumbers.set(String(article.id), count.articles);
      for (const signal of decision.signals) {
        count.signals += 1;
        const day = localDate(at);
        perDay[day] ??= Object.fromEntries(watch.categories.map(({ id }) => [id, 0]));
        records.add(signal.category, day, storyId);
        const counts = perDay[day];
        counts[signal.category] = (counts[signal.category] ?? 0) + 1;
        const [first] = signal.evidence;
        const found: EditionSignal = {
          signalId: count.signals,
          revisionId: count.articles,
          category: signal.category,
          status: signal.status,
          score: signal.score,
          countries: signal.countries,
          actors: signal.actors,
          quote: first?.quote ?? '',
          at: placeOf(first),
          why: first?.why ?? '',
          lead: leadSentence(article.text, article.lang ?? null),
          article: {
            id: count.articles,
            title: article.title,
            url: article.url ?? '',
            publishedAt: at.toISOString(),
            firstSeenAt: at.toISOString(),
            lang: article.lang ?? null,
            copyOf: articleNumbers.get(place.copyOf ?? '') ?? null,
            agencies: place.agencies,
          },
          source: { title: outletOf(article.url), country: '', reliability: 'F' },
          storyId,
          knownSince: told.get(`${signal.category} ${storyId}`) ?? null,
          firstFor: ledger.firstFor(signal),
        };
        pending.push(found);
        options.onSignal?.({ signal: found, article, date: day, editionDate });
      }
    },

    takeEdition(date: string, at: Date): EditionInput {
      const [signals, before] = [pending, previousDate];
      pending = [];
      previousDate = date;
      for (const { category, storyId } of signals)
        if (!told.has(`${category} ${storyId}`)) told.set(`${category} ${storyId}`, date);
      count.editions += 1;
      return {
        watch: editionWatch(watch),
        date,
        previousDate: before,
        builtAt: at.toISOString(),
        signals,
        corrections: [],
        records: records.upTo(date),
        listeningSince: options.from,
        coverage: { sources: 0, healthy: 0, failing: [], heard: [] },
        rulesHash: options.rulesHash,
        watchHash: options.watchHash,
        dashboardUrl: null,
      };
    },

    summary: (): ReplaySummary => ({ ...count, signalsPerDay: perDay }),
  };
}

function placeOf(evidence: Evidence | undefined): EditionSignal['at'] {
  return { field: evidence?.field ?? 'text', start: evidence?.start ?? 0, end: evidence?.end ?? 0 };
}

/** The outlet of an archived article is known by its address alone. */
function outletOf(url: string | null | undefined): string {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1];
  return host ?? 'archive';
}
