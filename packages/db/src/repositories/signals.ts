import type { Decision, Signal } from '@aftermath/core';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { articles, decisions, evidence, revisions, signals, watches } from '../schema/index.ts';

export interface ClassifiedRevision {
  readonly revisionId: number;
  readonly articleId: number;
  readonly storyId: number;
}

export interface StoredSignal {
  readonly id: number;
  readonly signal: Signal;
}

/**
 * Stores what one watch made of a revision. Signals of earlier texts or rules are superseded, never changed;
 * returns the live ones.
 *
 * @throws when a quote is not the stored text at its offsets (refused by the database).
 */
export async function storeDecision(
  tx: Executor,
  { revisionId, articleId, storyId }: ClassifiedRevision,
  decision: Decision,
  rulesHash: string,
): Promise<StoredSignal[]> {
  const { watchId, inScope, relevance } = decision;
  await tx
    .insert(decisions)
    .values({ revisionId, watchId, inScope, relevance, rulesHash })
    .onConflictDoUpdate({
      target: [decisions.revisionId, decisions.watchId],
      set: { inScope, relevance, rulesHash, decidedAt: sql`now()` },
    });
  await tx
    .update(signals)
    .set({ supersededAt: sql`now()` })
    .where(and(eq(signals.watchId, watchId), eq(signals.articleId, articleId), isNull(signals.supersededAt)));
  if (decision.signals.length === 0) return [];
  const rows = await tx
    .insert(signals)
    .values(
      decision.signals.map((signal) => ({
        watchId,
        articleId,
        revisionId,
        storyId,
        category: signal.category,
        score: signal.score,
        status: signal.status,
        countries: [...signal.countries],
        actors: [...signal.actors],
      })),
    )
    .returning({ id: signals.id, category: signals.category });
  const ids = new Map(rows.map((row) => [row.category, row.id]));
  const stored = decision.signals.map((signal) => ({ id: ids.get(signal.category) ?? 0, signal }));
  await tx.insert(evidence).values(
    stored.flatMap(({ id, signal }) =>
      signal.evidence.map(({ field, start, end, quote, why }) => ({
        signalId: id,
        revisionId,
        field,
        startOffset: start,
        endOffset: end,
        quote,
        why,
      })),
    ),
  );
  return stored;
}

export interface SignalRow {
  readonly id: number;
  readonly watchId: string;
  readonly category: string;
  readonly status: string;
  readonly score: number;
  readonly countries: string[];
  readonly actors: string[];
  readonly createdAt: Date;
  readonly storyId: number;
  readonly article: {
    readonly id: number;
    readonly title: string;
    readonly url: string;
    readonly publishedAt: Date | null;
  };
  readonly evidence: readonly {
    readonly field: string;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly why: string;
  }[];
}

export interface SignalFilter {
  readonly watchId?: string;
  readonly category?: string;
  /** Signals with smaller ids only: the id of the last one of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/** Live signals, the newest first. */
export async function listSignals(db: Executor, filter: SignalFilter): Promise<SignalRow[]> {
  const quotes = db
    .select({
      list: sql<SignalRow['evidence']>`coalesce(json_agg(json_build_object('field', ${evidence.field},
        'start', ${evidence.startOffset}, 'end', ${evidence.endOffset}, 'quote', ${evidence.quote},
        'why', ${evidence.why}) order by ${evidence.id}), '[]')`.as('list'),
    })
    .from(evidence)
    .where(eq(evidence.signalId, signals.id))
    .as('quotes');
  const rows = await db
    .select({
      signal: signals,
      url: articles.canonicalUrl,
      title: revisions.title,
      publishedAt: revisions.publishedAt,
      evidence: quotes.list,
    })
    .from(signals)
    .innerJoin(articles, eq(articles.id, signals.articleId))
    .innerJoin(revisions, eq(revisions.id, signals.revisionId))
    .innerJoin(watches, eq(watches.id, signals.watchId))
    .innerJoinLateral(quotes, sql`true`)
    .where(
      and(
        isNull(signals.supersededAt),
        filter.watchId === undefined ? undefined : eq(signals.watchId, filter.watchId),
        filter.category === undefined ? undefined : eq(signals.category, filter.category),
        filter.before === undefined ? undefined : sql`${signals.id} < ${filter.before}`,
      ),
    )
    .orderBy(desc(signals.id))
    .limit(filter.limit);
  return rows.map(({ signal, url, title, publishedAt, evidence }) => ({
    id: signal.id,
    watchId: signal.watchId,
    category: signal.category,
    status: signal.status,
    score: signal.score,
    countries: signal.countries,
    actors: signal.actors,
    createdAt: signal.createdAt,
    storyId: signal.storyId,
    article: { id: signal.articleId, title, url, publishedAt },
    evidence,
  }));
}
