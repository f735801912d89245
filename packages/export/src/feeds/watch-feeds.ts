import type { ExportedSignal } from '@aftermath/core';
import { uuidOf } from '../stix/stix-id.ts';
import type { OutputEntry, OutputFeed } from './output-feed.ts';

/** The watch whose feed it is. */
export interface FedWatch {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly categories: readonly { readonly id: string; readonly title: string }[];
}

export interface FeedPlace {
  /** Of the dashboard, without a trailing slash. */
  readonly publicUrl: string;
  readonly selfUrl: string;
}

/** A digest as it went out. */
export interface FedEdition {
  readonly id: number;
  readonly date: string;
  readonly subject: string;
  readonly builtAt: string;
  readonly text: string;
}

/** What was found, an entry for each signal; one that is classified again is the same entry, updated. */
export function signalFeed(
  watch: FedWatch,
  signals: readonly ExportedSignal[],
  place: FeedPlace,
): OutputFeed {
  const titles = new Map(watch.categories.map(({ id, title }) => [id, title]));
  const entries = signals.map(
    ({ category, status, countries, evidence, article, source, foundAt }): OutputEntry => ({
      id: urn('signal', watch.id, article.url, category),
      title: `${titles.get(category) ?? category}: ${article.title === '' ? article.url : article.title}`,
      url: article.url,
      author: source?.title ?? null,
      publishedAt: article.publishedAt,
      updatedAt: foundAt,
      text: evidence.map(({ quote }) => `“${quote}”`).join('\n'),
      tags: [category, status, ...countries],
    }),
  );
  return feedOf(watch, 'signals', `${watch.title}: signals`, entries, place);
}

/** Digests, an entry for each edition. */
export function editionFeed(watch: FedWatch, editions: readonly FedEdition[], place: FeedPlace): OutputFeed {
  const entries = editions.map(
    ({ id, date, subject, builtAt, text }): OutputEntry => ({
      id: urn('edition', watch.id, date),
      title: subject,
      url: `${place.publicUrl}/v1/editions/${id}/html`,
      author: null,
      publishedAt: builtAt,
      updatedAt: builtAt,
      text,
      tags: [],
    }),
  );
  return feedOf(watch, 'editions', `${watch.title}: digests`, entries, place);
}

function feedOf(
  watch: FedWatch,
  kind: string,
  title: string,
  entries: readonly OutputEntry[],
  { publicUrl, selfUrl }: FeedPlace,
): OutputFeed {
  const updatedAt =
    [watch.createdAt, ...entries.map((entry) => entry.updatedAt)].sort().at(-1) ?? watch.createdAt;
  return { id: urn(kind, watch.id), title, homeUrl: `${publicUrl}/`, selfUrl, updatedAt, entries };
}

function urn(...parts: readonly string[]): string {
  return `urn:uuid:${uuidOf(...parts)}`;
}
