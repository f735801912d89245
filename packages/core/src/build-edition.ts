import type {
  EditionDocument,
  EditionInput,
  EditionSignal,
  EditionStanding,
  EditionStory,
} from './edition.ts';
import { countOrigins, ownerOf } from './origins.ts';
import type { SignalStatus } from './signal.ts';
import { judgeSilence } from './silence.ts';

/** Stories shown under one category: what a reader takes in over breakfast; the rest is counted. */
const STORIES_MAX = 10;

/** Done weighs more than said, said more than asked for; a denial is news, but of something known. */
const STATUS_WEIGHT: Readonly<Record<SignalStatus, number>> = {
  'carried-out': 3,
  announced: 2,
  denied: 1.5,
  'called-for': 1,
};

/**
 * Chooses and orders what a digest shows: by category, one entry a story, copies counted but not shown.
 * A story's importance is documented in docs/analysts/digest.md: first-evers go first, then what is done before
 * what is said, then the more reliable source, more origins, the higher score, the newer.
 */
export function buildEdition(input: EditionInput): EditionDocument {
  const all = input.watch.categories.map((category) => ({
    category,
    stories: storiesOf(category.id, input.signals),
  }));
  const entries = all.flatMap(({ stories }) => stories);
  return {
    input,
    counts: {
      stories: new Set(entries.map(({ storyId }) => storyId)).size,
      entries: entries.length,
      firsts: entries.filter(({ firstFor }) => firstFor.length > 0).length,
    },
    sections: all
      .filter(({ stories }) => stories.length > 0)
      .map(({ category, stories }) => ({
        category,
        stories: stories.slice(0, STORIES_MAX),
        more: Math.max(0, stories.length - STORIES_MAX),
      })),
    standings: all.map(({ category, stories }) => standingOf(category, stories.length, input)),
  };
}

function standingOf(
  category: EditionStanding['category'],
  stories: number,
  { date, records, listeningSince, coverage }: EditionInput,
): EditionStanding {
  const record = records.find((candidate) => candidate.category === category.id);
  const lastSeen = record?.lastSeen ?? null;
  const { heard } = coverage;
  return {
    category,
    stories,
    days: record?.stories ?? [],
    silence: judgeSilence({ date, seen: stories > 0, lastSeen, listeningSince, heard }),
  };
}

/** A category's stories, the most important first. */
function storiesOf(categoryId: string, signals: readonly EditionSignal[]): EditionStory[] {
  const byStory = new Map<number, EditionSignal[]>();
  for (const signal of signals) {
    if (signal.category !== categoryId) continue;
    const story = byStory.get(signal.storyId);
    if (story === undefined) byStory.set(signal.storyId, [signal]);
    else story.push(signal);
  }
  return [...byStory.values()].map(storyOf).sort(byImportance);
}

function storyOf(signals: EditionSignal[]): EditionStory {
  const ordered = [...signals].sort(byLead);
  const [lead] = ordered;
  if (lead === undefined) throw new Error('a story has at least one signal');
  const articles = signals.map(({ article }) => article);
  return {
    storyId: lead.storyId,
    lead,
    outlets: new Set(signals.map(({ article, source }) => ownerOf(article.url, source.title))).size,
    origins: countOrigins(articles),
    agencies: [...new Set(articles.flatMap(({ agencies }) => agencies))].sort(),
    knownSince: signals.flatMap(({ knownSince }) => knownSince ?? []).sort()[0] ?? null,
    otherStatuses: [...new Set(ordered.map(({ status }) => status))].filter(
      (status) => status !== lead.status,
    ),
    countries: [...new Set(signals.flatMap(({ countries }) => countries))].sort(),
    firstFor: [...new Set(signals.flatMap(({ firstFor }) => firstFor))].sort(),
  };
}

/** The signal that speaks for its story: an original before a copy, done before said, the better source, the higher score. */
function byLead(a: EditionSignal, b: EditionSignal): number {
  return (
    Number(a.article.copyOf !== null) - Number(b.article.copyOf !== null) ||
    STATUS_WEIGHT[b.status] - STATUS_WEIGHT[a.status] ||
    a.source.reliability.localeCompare(b.source.reliability) ||
    b.score - a.score ||
    a.signalId - b.signalId
  );
}

function byImportance(a: EditionStory, b: EditionStory): number {
  return (
    Math.sign(b.firstFor.length) - Math.sign(a.firstFor.length) ||
    STATUS_WEIGHT[b.lead.status] - STATUS_WEIGHT[a.lead.status] ||
    a.lead.source.reliability.localeCompare(b.lead.source.reliability) ||
    b.origins - a.origins ||
    b.lead.score - a.lead.score ||
    recency(b).localeCompare(recency(a)) ||
    a.storyId - b.storyId
  );
}

/** When the lead was published. A date ahead of the moment we saw it doesn't lift it; one unknown comes last. */
function recency({ lead: { article } }: EditionStory): string {
  const { publishedAt, firstSeenAt } = article;
  return publishedAt !== null && publishedAt > firstSeenAt ? firstSeenAt : (publishedAt ?? '');
}
