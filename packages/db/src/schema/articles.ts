import type { RevisionChanges } from '@aftermath/core';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns.ts';
import { sources } from './watches.ts';

/** What items link to, under one canonical URL; its text lives in revisions. */
export const articles = pgTable(
  'articles',
  {
    id: id(),
    canonicalUrl: text().notNull().unique(),
    /** The address that the page gives as its own, in canonical form, where that is another one (docs/adr/0007). */
    claimedUrl: text(),
    /** The article this one turned out to be: its items are there, and so is every later one of this address. */
    sameAs: ref().references((): AnyPgColumn => articles.id, { onDelete: 'cascade' }),
    firstSeenAt: instant().notNull().defaultNow(),
    /** The current revision; null until a text is stored. */
    revisionId: ref(),
  },
  (t) => [index('articles_claimed_url').on(t.claimedUrl)],
);

/**
 * One entry of a feed as published; the same entry again is the same row. A feed that uses an id again for another
 * story has two rows of that id, and the one of the greater `id` is what it says now.
 */
export const items = pgTable(
  'items',
  {
    id: id(),
    sourceId: ref()
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    /** The feed's own id, or the link where it gives none. */
    guid: text().notNull(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    url: text().notNull(),
    title: text(),
    /** As claimed; null when absent or unreadable. */
    publishedAt: instant(),
    summary: text(),
    content: text(),
    contentHash: text().notNull(),
    seenAt: instant().notNull().defaultNow(),
    /** When it last came with another title, text or address. */
    changedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    unique('items_source_guid_article').on(t.sourceId, t.guid, t.articleId),
    index('items_article').on(t.articleId),
  ],
);

export type TextOrigin = 'page' | 'feed-content' | 'feed-summary';

/** The text of an article, immutable: an edit is another revision. */
export const revisions = pgTable(
  'revisions',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    textOrigin: text().$type<TextOrigin>().notNull(),
    /** Why the page's own text is not here, when it isn't. */
    problem: text(),
    lang: text(),
    publishedAt: instant(),
    updatedAt: instant(),
    authors: text().array().notNull(),
    /** News agencies that the page credits. */
    agencies: text().array().notNull().default(sql`'{}'`),
    siteName: text(),
    contentHash: text().notNull(),
    /** What differs from the text before it; null for the first one. */
    changes: jsonb().$type<RevisionChanges>(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [unique('revisions_article_number').on(t.articleId, t.number)],
);

export const stories = pgTable('stories', {
  id: id(),
  createdAt: instant().notNull().defaultNow(),
});

/** Two stories that late evidence showed to be one. The younger one's articles moved; its number is not used again. */
export const storyMerges = pgTable('story_merges', {
  /** The story that ended. */
  storyId: ref()
    .primaryKey()
    .references(() => stories.id),
  /** The older one, in which its articles are now. */
  intoId: ref()
    .notNull()
    .references(() => stories.id),
  /** The article that fitted both. */
  articleId: ref()
    .notNull()
    .references(() => articles.id, { onDelete: 'cascade' }),
  mergedAt: instant().notNull().defaultNow(),
});

/** An article's place in a story. */
export const storyMembers = pgTable(
  'story_members',
  {
    articleId: ref()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    storyId: ref()
      .notNull()
      .references(() => stories.id),
    /** The article this one repeats (a wire copy or light rewrite). */
    copyOf: ref(),
    /** JSON of the fingerprint, as @aftermath/group made it. */
    fingerprint: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('story_members_story').on(t.storyId)],
);

/** Keys under which an article is found as a candidate for a newcomer. */
export const storyKeys = pgTable(
  'story_keys',
  {
    key: text().notNull(),
    at: instant().notNull(),
    articleId: ref()
      .notNull()
      .references(() => storyMembers.articleId, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.key, t.at, t.articleId] }), index('story_keys_article').on(t.articleId)],
);
