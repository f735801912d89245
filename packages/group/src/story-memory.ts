import type { ArticleInput } from '@aftermath/core';
import { assign, type Candidate, STORY_WINDOW_MS } from './assign.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';

export interface StoryMemoryOptions {
  /** Articles remembered at most, 4 KB each or so; the oldest to arrive is forgotten first. */
  readonly articlesMax?: number;
}

export interface Placement {
  /** Id of the first article of the story: the same in every run. */
  readonly storyId: string;
  /** Id of the article that this one repeats, or null. */
  readonly copyOf: string | null;
  /** Agencies that the article credits. */
  readonly agencies: readonly string[];
}

export interface StoryMemory {
  /** Places one article. An id that is remembered keeps its place: a later text of it is a revision. */
  add(id: string, article: ArticleInput): Placement;
  /** Articles remembered now. */
  readonly size: number;
}

const ARTICLES_MAX = 50_000;
/** A key that more articles share says nothing; the newest are looked at. */
const ARTICLES_PER_KEY_MAX = 64;
/** Compared for one newcomer at most, those that share the most keys first. */
const CANDIDATES_MAX = 100;

interface Member extends Candidate<number> {
  readonly externalId: string;
  readonly placement: Placement;
}

/**
 * Groups a stream of articles in bounded memory and bounded time per article. Nothing but the stream decides:
 * no clock, so a date from the year 2099 makes nothing forgotten.
 */
export function createStoryMemory({ articlesMax = ARTICLES_MAX }: StoryMemoryOptions = {}): StoryMemory {
  const members = new Map<number, Member>();
  const byId = new Map<string, number>();
  const byKey = new Map<string, number[]>();
  let next = 0;

  function candidates({ keys }: Fingerprint, at: Date | null): Member[] {
    const shared = new Map<number, number>();
    for (const key of keys)
      for (const number of byKey.get(key) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    return [...shared]
      .sort(([a, n], [b, m]) => m - n || b - a)
      .flatMap(([number]) => members.get(number) ?? [])
      .filter((member) => withinWindow(member.at, at))
      .slice(0, CANDIDATES_MAX);
  }

  function remember(member: Member): void {
    members.set(member.id, member);
    byId.set(member.externalId, member.id);
    for (const key of member.fingerprint.keys) {
      const sharing = byKey.get(key);
      if (sharing === undefined) byKey.set(key, [member.id]);
      else {
        if (sharing.length === ARTICLES_PER_KEY_MAX) sharing.shift();
        sharing.push(member.id);
      }
    }
    if (members.size > articlesMax) forget(member.id - articlesMax);
  }

  function forget(number: number): void {
    const member = members.get(number);
    if (member === undefined) return;
    members.delete(number);
    byId.delete(member.externalId);
    for (const key of member.fingerprint.keys) {
      const left = byKey.get(key)?.filter((other) => other !== number) ?? [];
      if (left.length === 0) byKey.delete(key);
      else byKey.set(key, left);
    }
  }

  return {
    get size() {
      return members.size;
    },
    add(id, article) {
      const known = members.get(byId.get(id) ?? -1);
      if (known !== undefined) return known.placement;
      const print = fingerprint(article);
      const at = readTime(article.publishedAt);
      const found = candidates(print, at);
      const place = assign(print, found, at);
      const peer = found.find(({ storyId }) => storyId === place.storyId);
      const placement: Placement = {
        storyId: peer?.placement.storyId ?? id,
        copyOf: members.get(place.copyOf ?? -1)?.externalId ?? null,
        agencies: print.agencies,
      };
      const number = next++;
      remember({
        id: number,
        storyId: place.storyId ?? number,
        fingerprint: print,
        at,
        externalId: id,
        placement,
      });
      return placement;
    },
  };
}

function withinWindow(a: Date | null, b: Date | null): boolean {
  return a === null || b === null || Math.abs(a.getTime() - b.getTime()) <= STORY_WINDOW_MS;
}

function readTime(text: string | null | undefined): Date | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : new Date(time);
}
