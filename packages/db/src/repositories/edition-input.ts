import {
  addDays,
  daysBetween,
  type EditionCoverage,
  type EditionInput,
  type EditionSignal,
  editionWatch,
  leadSentence,
  localDate,
} from '@aftermath/core';
import { sql } from 'drizzle-orm';
import type { Executor } from '../database.ts';
import { categoryRecords } from './category-records.ts';
import { readCorrections } from './corrections.ts';
import { lastEditionDate } from './editions.ts';
import { heardDays } from './heard-days.ts';
import { iso, lastTold } from './last-told.ts';
import { lockLedger } from './ledger.ts';
import { isRead, sourceHealth } from './source-health.ts';
import { type WatchRow, watchHash } from './watches.ts';

/** Signals of one edition at most: far more than anyone reads; the rest goes into the next. */
const EDITION_SIGNALS_MAX = 5_000;
/** How far back an edition looks at activity and coverage. */
const RECORD_DAYS = 30;

/**
 * Reads what an edition is made from: the live signals that no edition has reported, in the order they came
 * in, never by a date that a publisher claims; what earlier editions told and no longer stands; and what was
 * listened to. A signal that an edit or a new rule made again is told again only when it says something else.
 */
export async function readEditionInput(
  tx: Executor,
  watch: WatchRow,
  edition: { readonly date: string; readonly builtAt: Date; readonly dashboardUrl: string | null },
): Promise<EditionInput> {
  await lockLedger(tx, watch.id);
  const { timeZone } = watch.definition.digest;
  const [listeningSince = edition.date] = [localDate(watch.createdAt, timeZone), edition.date].sort();
  const days = Math.min(RECORD_DAYS, daysBetween(listeningSince, edition.date) + 1);
  return {
    watch: editionWatch(watch.definition),
    date: edition.date,
    previousDate: await lastEditionDate(tx, watch.id, addDays(edition.date, -1)),
    builtAt: edition.builtAt.toISOString(),
    signals: await unreportedSignals(tx, watch.id),
    corrections: await readCorrections(tx, watch.id),
    records: await categoryRecords(tx, watch, edition.date, RECORD_DAYS),
    listeningSince,
    coverage: await coverage(tx, watch, { lastDate: edition.date, days }),
    rulesHash: watch.rulesHash,
    watchHash: watchHash(watch.definition),
    dashboardUrl: edition.dashboardUrl,
  };
}

async function unreportedSignals(tx: Executor, watchId: string): Promise<EditionSignal[]> {
  const { rows } = await tx.execute<{ signal: Omit<EditionSignal, 'lead'>; head: string }>(sql`
    with told as (${lastTold(watchId)})
    select json_build_object(
      'signalId', s.id, 'revisionId', s.revision_id, 'category', s.category, 'status', s.status, 'score', s.score,
      'countries', s.countries, 'actors', s.actors, 'quote', e.quote,
      'at', json_build_object('field', e.field, 'start', e.start_offset, 'end', e.end_offset), 'why', e.why,
      'article', json_build_object('id', a.id, 'title', r.title, 'url', a.canonical_url,
        'publishedAt', ${iso(sql`r.published_at`)}, 'firstSeenAt', ${iso(sql`a.first_seen_at`)}, 'lang', r.lang,
        'copyOf', m.copy_of, 'agencies', coalesce(m.fingerprint::json -> 'agencies', '[]')),
      'source', json_build_object('title', src.title, 'country', src.country, 'reliability', src.reliability),
      'storyId', s.story_id,
      'knownSince', (select min(ed.date) from signals o join edition_signals es on es.signal_id = o.id
        join editions ed on ed.id = es.edition_id
        where o.story_id = s.story_id and o.watch_id = s.watch_id and o.category = s.category),
      'firstFor', coalesce((select json_agg(distinct l.country order by l.country) from ledger l
        where l.signal_id = s.id and l.watch_id = s.watch_id and l.actor = ''), '[]')) as signal,
      left(r.text, 2000) as head
    from signals s
    join articles a on a.id = s.article_id
    join revisions r on r.id = s.revision_id
    join story_members m on m.article_id = s.article_id
    join lateral (select quote, why, field, start_offset, end_offset from evidence where signal_id = s.id
      order by id limit 1) e on true
    join lateral (select src.title, src.country, src.reliability from items i join sources src on src.id = i.source_id
      where i.article_id = a.id order by src.reliability, i.id limit 1) src on true
    where s.watch_id = ${watchId} and s.superseded_at is null
      and not exists (select 1 from told where told.article_id = s.article_id and told.category = s.category
        and told.told <> 'withdrawn')
    order by s.id limit ${EDITION_SIGNALS_MAX}`);
  return rows.map(({ signal, head }) => ({ ...signal, lead: leadSentence(head, signal.article.lang) }));
}

async function coverage(
  tx: Executor,
  { id, definition }: WatchRow,
  period: { readonly lastDate: string; readonly days: number },
): Promise<EditionCoverage> {
  const all = await sourceHealth(tx, id);
  const failing = all.filter((source) => !isRead(source));
  return {
    sources: all.length,
    healthy: all.length - failing.length,
    failing: failing.map((source) => ({
      title: source.title,
      country: source.country,
      since: source.failingSince?.toISOString() ?? null,
      reason: source.errorMessage ?? 'not looked at yet',
    })),
    heard: await heardDays(tx, id, { ...period, timeZone: definition.digest.timeZone }),
  };
}
