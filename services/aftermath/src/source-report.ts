import {
  type FeedDocument,
  type FeedItem,
  learnRhythm,
  NO_RHYTHM,
  pollInterval,
  usualSilenceMs,
} from '@aftermath/core';
import { plainText } from '@aftermath/feeds';

export interface ReportProblem {
  /** `error`: nothing can be had of the source; `warning`: something is lost; `note`: good to know. */
  readonly level: 'error' | 'warning' | 'note';
  readonly code: string;
  readonly message: string;
  /** Items it is true of; null: the source as a whole. */
  readonly items: number | null;
}

/** What a source gives, the way a linter tells it. Times are ISO 8601. */
export interface SourceReport {
  readonly format: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly items: number;
  readonly dated: number;
  readonly newest: string | null;
  readonly oldest: string | null;
  /** Updates a day over the time that its items span; null: too few dates. */
  readonly updatesPerDay: number | null;
  /** How long we would wait between two looks now, in minutes. */
  readonly pollMinutes: number;
  /** How long it may publish nothing before that is silence beyond its rhythm, in hours; null: too few dates. */
  readonly silenceHours: number | null;
  /** Items whose whole text is in the feed, so that no page has to be fetched. */
  readonly fullText: number;
  readonly problems: readonly ReportProblem[];
}

/** A feed's own content of this length is taken for the whole article, unless it says that it goes on elsewhere. */
const FULL_TEXT_CHARS_MIN = 1_500;
const CUT_SHORT = /(\[(…|\.{3})\]|…|\.{3})\s*$/;
const DAY_MS = 86_400_000;
/** The usual interval, which AFTERMATH_POLL_MINUTES changes. */
const BASE_MS = 15 * 60_000;

/** Judges a document that was read. Pure. */
export function reportSource(feed: FeedDocument, now: Date): SourceReport {
  const { format, title, language, items, refreshIntervalMs, skipHours } = feed;
  const dates = items.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const arrivals = learnRhythm([], { now, lastOkAt: null, published: dates, newItems: items.length });
  const [oldest = null] = dates;
  const newest = dates.at(-1) ?? null;
  const spanMs = arrivals.length < 2 ? 0 : now.getTime() - (arrivals[0] ?? 0) * 1_000;
  const rhythm = { ...NO_RHYTHM, arrivals };
  const waitMs = pollInterval({ rhythm, now, baseMs: BASE_MS, eventAt: null });
  const silenceMs = usualSilenceMs(arrivals);
  return {
    format,
    title: title === null ? null : plainText(title),
    language,
    items: items.length,
    dated: dates.length,
    newest,
    oldest,
    updatesPerDay: spanMs === 0 ? null : round((arrivals.length * DAY_MS) / Math.max(spanMs, DAY_MS)),
    pollMinutes: round(Math.max(waitMs, refreshIntervalMs ?? 0) / 60_000),
    silenceHours: silenceMs === null ? null : round(silenceMs / 3_600_000),
    fullText: items.filter(hasFullText).length,
    problems: [
      ...(items.length === 0 && feed.children.length === 0
        ? [{ level: 'error', code: 'no-items', message: 'it has no items', items: null } as const]
        : []),
      ...feed.problems.map((problem) => ({ level: 'warning', ...problem, items: null }) as const),
      ...itemProblems(items, now),
      ...rhythmNotes({ newest, silenceMs, refreshIntervalMs, waitMs, skipHours }, now),
    ],
  };
}

function hasFullText({ content }: FeedItem): boolean {
  const text = content === null ? '' : plainText(content);
  return text.length >= FULL_TEXT_CHARS_MIN && !CUT_SHORT.test(text);
}

function itemProblems(items: readonly FeedItem[], now: Date): ReportProblem[] {
  const ids = items.flatMap(({ id }) => id ?? []);
  const found: ReportProblem[] = [
    count(
      'warning',
      'item-without-date',
      'has no date that can be read',
      items,
      (item) => item.publishedAt === null,
    ),
    count(
      'warning',
      'item-in-future',
      'says that it was published after now',
      items,
      ({ publishedAt }) => publishedAt !== null && Date.parse(publishedAt) > now.getTime(),
    ),
    count('warning', 'item-without-title', 'has no title', items, (item) => item.title === null),
    count('note', 'item-without-id', 'has no id: it is known by its link', items, (item) => item.id === null),
  ].flatMap((problem) => problem ?? []);
  const repeated = ids.length - new Set(ids).size;
  if (repeated > 0)
    found.push({
      level: 'warning',
      code: 'id-repeated',
      message: 'has the id of another item',
      items: repeated,
    });
  const own = new Map<string, ReportProblem>();
  for (const { code, message } of items.flatMap(({ problems }) => problems)) {
    const known = own.get(code);
    own.set(code, {
      level: 'warning',
      code,
      message: known?.message ?? message,
      items: (known?.items ?? 0) + 1,
    });
  }
  const said = new Set(found.map(({ code }) => code));
  return [...found, ...[...own.values()].filter(({ code }) => !said.has(code))];
}

function count(
  level: ReportProblem['level'],
  code: string,
  message: string,
  items: readonly FeedItem[],
  is: (item: FeedItem) => boolean,
): ReportProblem | null {
  const found = items.filter(is).length;
  return found === 0 ? null : { level, code, message, items: found };
}

interface Rhythm {
  readonly newest: string | null;
  readonly silenceMs: number | null;
  readonly refreshIntervalMs: number | null;
  readonly waitMs: number;
  readonly skipHours: readonly number[];
}

function rhythmNotes(
  { newest, silenceMs, refreshIntervalMs, waitMs, skipHours }: Rhythm,
  now: Date,
): ReportProblem[] {
  const notes: ReportProblem[] = [];
  const quietMs = newest === null ? 0 : now.getTime() - Date.parse(newest);
  if (quietMs > (silenceMs ?? 28 * DAY_MS)) {
    const message = `nothing new for ${Math.round(quietMs / DAY_MS)} days, longer than its rhythm lets expect`;
    notes.push({ level: 'warning', code: 'silent', message, items: null });
  }
  if (refreshIntervalMs !== null && refreshIntervalMs > waitMs) {
    const message = `it asks to be looked at every ${Math.round(refreshIntervalMs / 60_000)} minutes, and is`;
    notes.push({ level: 'note', code: 'asks-for-patience', message, items: null });
  }
  if (skipHours.length > 0) {
    const message = `it asks not to be looked at in ${skipHours.length} hours of the day, and is not`;
    notes.push({ level: 'note', code: 'skip-hours', message, items: null });
  }
  return notes;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
