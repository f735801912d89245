import type { EditionCorrection } from '@aftermath/core';
import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { iso, lastTold } from './last-told.ts';

/** Corrections of one edition at most; the rest goes into the next. */
const CORRECTIONS_MAX = 1_000;

/** What earlier editions of a watch told and no longer stands: signals withdrawn or changed, and firsts that were none. */
export async function readCorrections(tx: Executor, watchId: string): Promise<EditionCorrection[]> {
  return [...(await changedSignals(tx, watchId)), ...(await lostFirsts(tx, watchId))].slice(
    0,
    CORRECTIONS_MAX,
  );
}

/** A text that is still the article's current one was judged by other rules; else its publisher edited it. */
async function changedSignals(tx: Executor, watchId: string): Promise<EditionCorrection[]> {
  const { rows } = await tx.execute<{ correction: EditionCorrection }>(sql`
    with told as (${lastTold(watchId)})
    select json_build_object(
      'kind', case when live.id is null then 'withdrawn' else 'changed' end,
      'because', case when coalesce(live.revision_id, a.revision_id) = old.revision_id then 'rules' else 'text' end,
      'category', old.category, 'countries', '[]'::json, 'toldOn', told.date,
      'told', ${toldSignal(sql`old.id`)}, 'now', ${toldSignal(sql`live.id`)}) as correction
    from told join signals old on old.id = told.signal_id join articles a on a.id = old.article_id
    left join signals live on live.watch_id = old.watch_id and live.article_id = old.article_id
      and live.category = old.category and live.superseded_at is null
    where told.told <> 'withdrawn' and (live.id is null or live.status <> old.status)
    order by old.id limit ${CORRECTIONS_MAX}`);
  return rows.map((row) => row.correction);
}

/**
 * Firsts that an edition told and that another article has taken over since: one line for each pair of articles. A
 * first whose signal was withdrawn is told as that.
 */
async function lostFirsts(tx: Executor, watchId: string): Promise<EditionCorrection[]> {
  const { rows } = await tx.execute<{ correction: EditionCorrection }>(sql`
    select json_build_object('kind', 'first', 'because', 'late', 'category', lost.category,
      'countries', lost.countries, 'toldOn', lost.date, 'told', ${toldSignal(sql`lost.was`)},
      'now', ${toldSignal(sql`lost.now`)}) as correction
    from (
      select h.category, min(told.date) as date, min(told.signal_id) as was, l.signal_id as now,
        json_agg(distinct h.country order by h.country) as countries
      from ledger_history h
      join signals old on old.id = h.signal_id
      join lateral (select ed.date, t.id as signal_id from signals t join edition_signals es on es.signal_id = t.id
        join editions ed on ed.id = es.edition_id
        where t.watch_id = h.watch_id and t.article_id = old.article_id and t.category = h.category
          and es.told = 'new'
        order by es.edition_id limit 1) told on true
      join ledger l on l.watch_id = h.watch_id and l.category = h.category and l.country = h.country and l.actor = ''
      join signals new on new.id = l.signal_id and new.article_id <> old.article_id
      where h.watch_id = ${watchId} and h.actor = '' and h.told_in is null
        and exists (select 1 from signals s where s.watch_id = h.watch_id and s.article_id = old.article_id
          and s.category = h.category and s.superseded_at is null)
      group by h.category, old.article_id, l.signal_id
    ) lost order by lost.was, lost.now limit ${CORRECTIONS_MAX}`);
  return rows.map((row) => row.correction);
}

/** A signal with the words that the reader sees of it; SQL null for none. */
function toldSignal(signalId: SQL): SQL {
  return sql`(select json_build_object('signalId', x.id, 'revisionId', x.revision_id, 'status', x.status,
      'quote', e.quote, 'title', r.title, 'url', ar.canonical_url, 'lang', r.lang, 'source', src.title,
      'publishedAt', ${iso(sql`r.published_at`)}, 'firstSeenAt', ${iso(sql`ar.first_seen_at`)})
    from signals x join revisions r on r.id = x.revision_id join articles ar on ar.id = x.article_id
    join lateral (select quote from evidence where signal_id = x.id order by id limit 1) e on true
    join lateral (select s2.title from items i join sources s2 on s2.id = i.source_id
      where i.article_id = ar.id order by s2.reliability, i.id limit 1) src on true
    where x.id = ${signalId})`;
}
