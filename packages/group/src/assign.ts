import type { ComparedPrint } from './compared-print.ts';
import { overlap } from './min-hash.ts';
import { type Centroid, centroid, likeness, storyLikeness } from './similarity.ts';

/** An article that shares a key with the newcomer and lies within `STORY_WINDOW_MS` of it. */
export interface Candidate<Id extends string | number = number> {
  readonly id: Id;
  readonly storyId: Id;
  readonly fingerprint: ComparedPrint;
  /** When it was published, or else first seen; null: unknown, and taken as later than all others. */
  readonly at: Date | null;
}

export interface Assignment<Id extends string | number = number> {
  /** Null: a new story. */
  readonly storyId: Id | null;
  /** The earliest article that this one repeats. Its story is this one's story. */
  readonly copyOf: Id | null;
  /** Other stories it would fit as well, best first: late evidence that they are one. */
  readonly rivals: readonly Id[];
  /** Those of the rivals that are one with its story: it repeats an article of each, or they are very much alike. */
  readonly merges: readonly Id[];
}

/** Stories older than this are closed: the same names again are another happening. */
export const STORY_WINDOW_MS = 14 * 86_400_000;

/**
 * A copy has this share of all word triples in common, or a shortened copy has nearly all of its own in the
 * longer text. Measured on copies made from ECB+ articles (cut, reworded, credited): see `npm run quality -- grouping`.
 */
const COPY_JACCARD_MIN = 0.4;
const COPY_CONTAINMENT_MIN = 0.75;
/** Below it the estimate of containment is mostly noise. */
const CONTAINMENT_JACCARD_MIN = 0.15;

/** A whole copy. What is one of two texts is like both of them; a round-up that holds two has half of each at most. */
const WHOLE_JACCARD_MIN = 0.6;

/** Cosine from which an article belongs to a story. On half of ECB+ B³ F1 is 0.86 at 0.32, 0.89 at 0.36, 0.87 at 0.4. */
const STORY_LIKENESS_MIN = 0.35;
/**
 * Each day since the story was last told raises that by a fifth, up to twice: what follows an event has the
 * same names in it for weeks. Calibrated on the sample's articles (pairwise F1 0.13 without, 0.55 with).
 */
const RISE_PER_DAY = 0.2;
const RISE_MAX = 2;
/** Cosine from which two stories are one. On half of ECB+ B³ F1 is 0.876 without merges, 0.878 at 0.7, 0.882 at 0.6, 0.838 at 0.5. */
const MERGE_LIKENESS_MIN = 0.65;
/** The same on names and numbers alone, for a story told in other languages only. */
const FOREIGN_LIKENESS_MIN = 0.5;
/**
 * A term that many of the candidate stories share (the watch's own actors) tells them apart less. Added to
 * both counts: 0.5 to 4 are alike on half of ECB+; the less, the better where all stories have actors in common.
 */
const RARITY_SMOOTHING = 1;

/**
 * Finds the story of an article among its candidates. Pure, and independent of the candidates' order; time
 * grows with their number, which the caller bounds.
 *
 * @param at when the newcomer was published, or else first seen; null: unknown, and time counts for nothing
 */
export function assign<Id extends string | number>(
  newcomer: ComparedPrint,
  candidates: readonly Candidate<Id>[],
  at: Date | null = null,
): Assignment<Id> {
  // In one order, so that sums of floating-point numbers are the same too.
  const ordered = [...candidates].sort(byTime);
  const originals = ordered.filter(({ fingerprint }) => isCopy(newcomer, fingerprint));
  const [original] = originals;
  const scores = scoreStories(newcomer, ordered, at);
  const fitting = scores.filter(({ score }) => score >= 1).map(({ storyId }) => storyId);
  const storyId = original?.storyId ?? fitting[0] ?? null;
  const repeated = originals
    .filter(({ fingerprint }) => overlap(newcomer.sketch, fingerprint.sketch).jaccard >= WHOLE_JACCARD_MIN)
    .map((article) => article.storyId);
  const rivals = [...new Set([...fitting, ...repeated])].filter((id) => id !== storyId);
  const own = scores.find((story) => story.storyId === storyId);
  const merges = rivals.filter((id) => {
    const rival = scores.find((story) => story.storyId === id);
    if (storyId !== null && repeated.includes(storyId) && repeated.includes(id)) return true;
    return own !== undefined && rival !== undefined && isOne(own, rival);
  });
  return { storyId, copyOf: original?.id ?? null, rivals, merges };
}

/** Two stories that no article repeats at once, told in a language that both have. An article that fits both is not enough: round-ups do. */
function isOne(a: ScoredStory, b: ScoredStory): boolean {
  if (a.which !== 'all' || b.which !== 'all') return false;
  return storyLikeness(a.terms, b.terms, a.importance) >= MERGE_LIKENESS_MIN * Math.max(a.rise, b.rise);
}

interface ScoredStory {
  readonly which: 'all' | 'names';
  readonly terms: Centroid;
  readonly rise: number;
  readonly importance: (hash: number) => number;
}

function isCopy(a: ComparedPrint, b: ComparedPrint): boolean {
  const { jaccard, containment } = overlap(a.sketch, b.sketch);
  if (jaccard >= COPY_JACCARD_MIN) return true;
  return jaccard >= CONTAINMENT_JACCARD_MIN && containment >= COPY_CONTAINMENT_MIN;
}

/** Stories from the best; a score of 1 or more says that the article belongs. */
function scoreStories<Id extends string | number>(
  newcomer: ComparedPrint,
  candidates: readonly Candidate<Id>[],
  at: Date | null,
) {
  const members = new Map<Id, Candidate<Id>[]>();
  for (const candidate of candidates) {
    const others = members.get(candidate.storyId);
    if (others === undefined) members.set(candidate.storyId, [candidate]);
    else others.push(candidate);
  }
  const stories = [...members].map(([storyId, told]) => ({
    storyId,
    rise: Math.min(RISE_MAX, 1 + RISE_PER_DAY * daysBetween(told, at)),
    ...view(
      newcomer,
      told.map(({ fingerprint }) => fingerprint),
    ),
  }));
  const importance = rarity(stories.map(({ terms }) => terms));
  return stories
    .map(({ storyId, terms, which, least, rise }) => ({
      storyId,
      which,
      terms,
      rise,
      importance,
      score: likeness(newcomer, terms, which, importance) / (least * rise),
    }))
    .sort((a, b) => b.score - a.score || compareIds(a.storyId, b.storyId));
}

/** From the newcomer to the nearest telling; 0 where either is undated. */
function daysBetween(told: readonly { readonly at: Date | null }[], at: Date | null): number {
  if (at === null) return 0;
  const gaps = told.map((other) => (other.at === null ? 0 : Math.abs(other.at.getTime() - at.getTime())));
  return Math.min(...gaps) / 86_400_000;
}

/** The side of a story that a newcomer can be compared with, and how like it must be. */
function view(newcomer: ComparedPrint, prints: readonly ComparedPrint[]) {
  const own = prints.filter(({ lang }) => lang === null || newcomer.lang === null || lang === newcomer.lang);
  return own.length > 0
    ? { terms: centroid(own, 'all'), which: 'all' as const, least: STORY_LIKENESS_MIN }
    : { terms: centroid(prints, 'names'), which: 'names' as const, least: FOREIGN_LIKENESS_MIN };
}

/** Inverse frequency of a term among the candidate stories. */
function rarity(stories: readonly Centroid[]): (hash: number) => number {
  const spread = new Map<number, number>();
  for (const story of stories) for (const hash of story.keys()) spread.set(hash, (spread.get(hash) ?? 0) + 1);
  const total = stories.length + RARITY_SMOOTHING;
  return (hash) => Math.log(1 + total / ((spread.get(hash) ?? 0) + RARITY_SMOOTHING));
}

function byTime<Id extends string | number>(a: Candidate<Id>, b: Candidate<Id>): number {
  const [timeA, timeB] = [a, b].map(({ at }) => at?.getTime() ?? Number.MAX_SAFE_INTEGER) as [number, number];
  return timeA - timeB || compareIds(a.id, b.id);
}

function compareIds<Id extends string | number>(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
