import type { ArticleInput } from '@aftermath/core';
import { assign, type Candidate, STORY_WINDOW_MS } from './assign.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { createPostingTable } from './posting-table.ts';
import { createPrintPool } from './print-pool.ts';

export interface StoryMemoryOptions {
  /** Articles remembered at most, 1.2 KB each (1.24 GB for a million); the oldest to arrive is forgotten first. */
  readonly articlesMax?: number;
}

export interface Placement {
  /** Id of the first article of the story: the same in every run. */
  readonly storyId: string;
  /** Id of the article that this one repeats, or null. */
  readonly copyOf: string | null;
  /** Agencies that the article credits. */
  readonly agencies: readonly string[];
  /** Stories that this article showed to be one with its story: their articles are in it from now on. */
  readonly merged: readonly string[];
}

export interface StoryMemory {
  /** Places one article. An id that is remembered keeps its place: a later text of it is a revision. */
  add(id: string, article: ArticleInput): Placement;
  /** The same for an article whose fingerprint is known. @param at null: unknown */
  addPrint(id: string, print: Fingerprint, at: Date | null): Placement;
  /** Articles remembered now. */
  readonly size: number;
}

const ARTICLES_MAX = 1_000_000;
/** Compared for one newcomer at most, those that share the most keys first. */
const CANDIDATES_MAX = 100;

/** A story lives as long as an article of it is remembered. */
interface Story {
  readonly number: number;
  readonly id: string;
  /** The story it turned out to be one with, or null. */
  into: Story | null;
}

interface Member {
  readonly number: number;
  readonly externalId: string;
  readonly story: Story;
  readonly copyOf: string | null;
  readonly agencies: readonly string[];
  readonly at: Date | null;
}

/**
 * Groups a stream of articles in bounded memory and bounded time per article. Nothing but the stream decides:
 * no clock, so a date from the year 2099 makes nothing forgotten.
 */
export function createStoryMemory({ articlesMax = ARTICLES_MAX }: StoryMemoryOptions = {}): StoryMemory {
  const postings = createPostingTable();
  const prints = createPrintPool();
  /** By number modulo `articlesMax`: the newest take the places of the oldest. */
  const members: Member[] = [];
  const byId = new Map<string, Member>();
  let next = 0;

  function member(number: number): Member | undefined {
    const found = members[number % articlesMax];
    return found?.number === number ? found : undefined;
  }

  function candidates({ keys }: Fingerprint, at: Date | null): Candidate<number>[] {
    const shared = new Map<number, number>();
    for (const key of keys)
      for (const number of postings.find(key)) shared.set(number, (shared.get(number) ?? 0) + 1);
    return [...shared]
      .sort(([a, n], [b, m]) => m - n || b - a)
      .flatMap(([number]) => member(number) ?? [])
      .filter((other) => withinWindow(other.at, at))
      .slice(0, CANDIDATES_MAX)
      .map(({ number, story, at: told }) => ({
        id: number,
        storyId: standing(story).number,
        fingerprint: prints.get(number % articlesMax),
        at: told,
      }));
  }

  function remember(newcomer: Member, print: Fingerprint): void {
    const place = newcomer.number % articlesMax;
    const oldest = members[place];
    if (oldest !== undefined && byId.get(oldest.externalId) === oldest) byId.delete(oldest.externalId);
    members[place] = newcomer;
    prints.set(place, print);
    byId.set(newcomer.externalId, newcomer);
    for (const key of print.keys) postings.add(key, newcomer.number);
  }

  function place(id: string, print: Fingerprint, at: Date | null): Placement {
    const found = candidates(print, at);
    const { storyId, copyOf, merges } = assign(print, found, at);
    const number = next++;
    const storyOf = (wanted: number) => {
      const peer = found.find((candidate) => candidate.storyId === wanted);
      const story = peer === undefined ? undefined : member(peer.id)?.story;
      return story === undefined ? [] : [standing(story)];
    };
    const [own = { number, id, into: null }] = storyId === null ? [] : storyOf(storyId);
    const { survivor, merged } = mergeStories(own, merges.flatMap(storyOf));
    remember(
      {
        number,
        externalId: id,
        story: survivor,
        copyOf: member(copyOf ?? -1)?.externalId ?? null,
        agencies: print.agencies,
        at,
      },
      print,
    );
    return { ...placementOf(byId.get(id)), merged: merged.map((story) => story.id) };
  }

  return {
    get size() {
      return byId.size;
    },
    add(id, article) {
      const known = byId.get(id);
      if (known !== undefined) return placementOf(known);
      return place(id, fingerprint(article), readTime(article.publishedAt));
    },
    addPrint(id, print, at) {
      const known = byId.get(id);
      return known === undefined ? place(id, print, at) : placementOf(known);
    },
  };
}

function placementOf(member: Member | undefined): Placement {
  if (member === undefined) throw new Error('an article that was just placed is remembered');
  const { story, copyOf, agencies } = member;
  return { storyId: standing(story).id, copyOf, agencies, merged: [] };
}

/** The oldest of some stories takes the others in. */
function mergeStories(own: Story, others: readonly Story[]): { survivor: Story; merged: Story[] } {
  const [survivor = own, ...merged] = [...new Set([own, ...others])].sort((a, b) => a.number - b.number);
  for (const story of merged) story.into = survivor;
  return { survivor, merged };
}

/** The story that a merged one is part of by now. */
function standing(story: Story): Story {
  let at = story;
  while (at.into !== null) at = at.into;
  if (at !== story) story.into = at;
  return at;
}

function withinWindow(a: Date | null, b: Date | null): boolean {
  return a === null || b === null || Math.abs(a.getTime() - b.getTime()) <= STORY_WINDOW_MS;
}

function readTime(text: string | null | undefined): Date | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
