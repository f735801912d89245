import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { sources, watches, watchSources } from '../schema/index.ts';

type StoredSource = typeof sources.$inferSelect;

export interface SourceRow extends StoredSource {
  /** Local date of the latest event of the watches that have the source; null: no watch has it. */
  readonly eventDate: string | null;
}

/** The latest one: dates compare as text. */
const EVENT_DATE = sql<string | null>`(select max(${watches.definition} -> 'event' ->> 'date') from ${watches}
  join ${watchSources} on ${watchSources.watchId} = ${watches.id} where ${watchSources.sourceId} = "sources"."id")`;

export async function findSource(db: Executor, id: number): Promise<SourceRow | null> {
  const [row] = await db
    .select({ ...getTableColumns(sources), eventDate: EVENT_DATE })
    .from(sources)
    .where(eq(sources.id, id));
  return row ?? null;
}
