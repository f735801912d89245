import type { EnclosureDraft } from '../model/build-item.ts';
import type { Markup } from '../model/markup.ts';
import type { Rhythm } from '../model/rhythm.ts';

/** An RSS item (0.9x, 1.0, 2.0 and modules) as published: nothing resolved or read, nothing chosen. */
export interface RssItem {
  readonly title: Markup | null;
  readonly links: readonly string[];
  readonly originalLink: string | null;
  readonly guid: { readonly value: string; readonly permaLink: boolean } | null;
  readonly about: string | null;
  readonly published: readonly string[];
  readonly updated: readonly string[];
  readonly authors: readonly string[];
  readonly description: Markup | null;
  readonly content: Markup | null;
  readonly categories: readonly string[];
  readonly enclosures: readonly EnclosureDraft[];
  readonly base: string | null;
  readonly cut: boolean;
}

export interface RssFeed {
  readonly title: Markup | null;
  readonly links: readonly string[];
  readonly selfLink: string | null;
  readonly description: Markup | null;
  readonly language: string | null;
  readonly updated: readonly string[];
  readonly rhythm: Rhythm;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** The first ones, up to the cap: feeds put the newest first. */
  readonly items: readonly RssItem[];
  readonly itemCount: number;
  readonly base: string | null;
}
