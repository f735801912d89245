import type { Database } from '@aftermath/db';

/** What the pipeline has stored, counted by the database itself. */
export interface PipelineCounts {
  readonly [name: string]: unknown;
  readonly articles: number;
  readonly items: number;
  readonly revisions: number;
  readonly decisions: number;
  readonly signals: number;
  /** Live signals without a quote. */
  readonly unproved: number;
  /** Work of the reading stages that is due now. */
  readonly due: number;
  readonly quarantined: number;
}

export async function countPipeline(db: Database): Promise<PipelineCounts> {
  const { rows } = await db.orm.execute<PipelineCounts>(`select
    (select count(*)::int from articles) as articles,
    (select count(*)::int from items) as items,
    (select count(*)::int from revisions) as revisions,
    (select count(*)::int from decisions) as decisions,
    (select count(*)::int from signals where superseded_at is null) as signals,
    (select count(*)::int from signals s where not exists (select 1 from evidence e where e.signal_id = s.id)) as unproved,
    (select count(*)::int from tasks where state = 'due' and due_at <= now()) as due,
    (select count(*)::int from tasks where state = 'quarantined') as quarantined`);
  const [row] = rows;
  if (row === undefined) throw new Error('no counts');
  return row;
}
