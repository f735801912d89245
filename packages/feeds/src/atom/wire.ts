import type { Markup } from '../model/markup.ts';
import type { Rhythm } from '../model/rhythm.ts';

export interface AtomLink {
  readonly href: string;
  /** Lower case; `alternate` when absent. */
  readonly rel: string;
  readonly type: string | null;
  readonly length: string | null;
  readonly base: string | null;
}

/** An Atom entry (0.3 and 1.0) as published. */
export interface AtomEntry {
  readonly id: string | null;
  readonly title: Markup | null;
  readonly links: readonly AtomLink[];
  readonly originalLink: string | null;
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly authors: readonly string[];
  /** Of the atom:source an entry was copied from. */
  readonly sourceAuthors: readonly string[];
  readonly summary: Markup | null;
  readonly content: Markup | null;
  readonly categories: readonly string[];
  readonly media: readonly {
    readonly url: string | null;
    readonly type: string | null;
    readonly length: string | null;
  }[];
  readonly base: string | null;
  readonly cut: boolean;
}

export interface AtomFeed {
  readonly id: string | null;
  readonly title: Markup | null;
  readonly links: readonly AtomLink[];
  readonly subtitle: Markup | null;
  readonly language: string | null;
  readonly updated: readonly string[];
  readonly rhythm: Rhythm;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** The first ones, up to the cap: feeds put the newest first. */
  readonly entries: readonly AtomEntry[];
  readonly entryCount: number;
  readonly base: string | null;
}
