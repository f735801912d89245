import { NEW_STANDING } from '@aftermath/core';
import type { Claim } from '@aftermath/pipeline';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { finishCheck, finishReminder, type SourceCheck } from './source-checks.ts';
import { sourceCoverage } from './source-coverage.ts';
import { sourceHealth } from './source-health.ts';
import { findSource } from './sources.ts';
import { acknowledgeSource, pauseSource, resumeSource } from './steer-source.ts';
import { ClaimLost, createTaskStore } from './tasks.ts';
import { saveWatch } from './watches.ts';

const nextCheckAt = new Date('2999-01-01T00:00:00Z');
const AT = new Date('2026-03-01T00:00:00Z');
const LOOK: SourceCheck = {
  outcome: 'ok',
  httpStatus: 200,
  bytes: 10,
  items: 3,
  newItems: 1,
  durationMs: 5,
  errorCode: null,
  errorMessage: null,
  nextCheckAt,
  standing: { ...NEW_STANDING, state: 'healthy', lastOkAt: AT },
  notice: null,
  validators: { etag: '"a"', lastModified: 'Sun, 01 Mar 2026 00:00:00 GMT' },
};
const { validators: _, ...NOT_MODIFIED } = { ...LOOK, outcome: 'not-modified' as const, httpStatus: 304 };
const FAILED: SourceCheck = {
  ...NOT_MODIFIED,
  outcome: 'failed',
  httpStatus: null,
  bytes: null,
  items: null,
  newItems: null,
  errorCode: 'timeout',
  errorMessage: 'it took too long',
  standing: { state: 'failing', trouble: 0.75, failures: 2, failingSince: AT, lastOkAt: null },
  notice: { kind: 'changed', from: 'healthy', to: 'failing', message: 'it took too long' },
};

describe('sources', () => {
  let database: TestDatabase;
  let db: Database;
  let claim: Claim;
  let sourceId: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    await db.orm.execute('truncate tasks, sources restart identity cascade');
    await db.transaction((tx) => saveWatch(tx, aWatch()));
    claim = await claimPull();
    sourceId = Number(claim.key);
  });

  async function claimPull(): Promise<Claim> {
    await db.orm.execute("update tasks set due_at = now() where stage = 'pull'");
    const [sent] = await createTaskStore(db).dispatch('pull', 1);
    const taken = await createTaskStore(db).claim(sent?.taskId ?? 0, 60_000);
    if (taken === null) throw new Error('the task could not be claimed');
    return taken;
  }
  const health = async () => (await sourceHealth(db.orm))[0];
  const events = async () => {
    const { rows } = await db.orm.execute<{ kind: string; message: string }>(
      'select kind, message from source_events order by id',
    );
    return rows.map(({ kind, message }) => `${kind}: ${message}`);
  };

  it('keep each look, the validators it brought, and become due at the next look', async () => {
    await finishCheck(db.orm, claim, sourceId, LOOK);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ ...LOOK.validators, failures: 0 });
    expect(await health()).toMatchObject({ state: 'healthy', items: 3, nextCheckAt, failingSince: null });
    expect(await events()).toEqual([]);
  });

  it('keep the validators, the rhythm and the move they have when a look brought none', async () => {
    const rhythm = { arrivals: [1, 2], refreshIntervalMs: null, skipHours: [3] };
    const move = { movedTo: 'https://new.example/', movedSeen: 2, fetchUrl: null };
    await finishCheck(db.orm, claim, sourceId, { ...LOOK, rhythm, move, lastItemAt: AT });
    await finishCheck(db.orm, await claimPull(), sourceId, NOT_MODIFIED);
    const kept = { ...LOOK.validators, ...move, rhythm, lastItemAt: AT };
    expect(await findSource(db.orm, sourceId)).toMatchObject(kept);
  });

  it('keep what a failed look says, and that operators were told', async () => {
    await finishCheck(db.orm, claim, sourceId, FAILED);
    const { errorCode, errorMessage } = FAILED;
    expect(await health()).toMatchObject({ state: 'failing', failingSince: AT, errorCode, errorMessage });
    expect(await findSource(db.orm, sourceId)).toMatchObject({ failures: 2, toldAt: expect.any(Date) });
    expect(await events()).toEqual(['changed: it took too long']);
  });

  it('write nothing for a worker that lost its claim', async () => {
    const stale = { ...claim, fence: claim.fence - 1 };
    await expect(finishCheck(db.orm, stale, sourceId, FAILED)).rejects.toBeInstanceOf(ClaimLost);
    await expect(finishReminder(db.orm, stale, sourceId, FAILED)).rejects.toBeInstanceOf(ClaimLost);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ lastCheckedAt: null, toldAt: null });
    const { rows } = await db.orm.execute(
      'select id from source_checks union all select id from source_events',
    );
    expect(rows).toEqual([]);
  });

  it('say which event their watches follow', async () => {
    expect(await findSource(db.orm, sourceId)).toMatchObject({ eventDate: '2026-01-01' });
    await db.orm.execute('delete from watches');
    expect(await findSource(db.orm, sourceId)).toMatchObject({ eventDate: null });
  });

  it('are not looked at while paused, and at once when resumed', async () => {
    await finishCheck(db.orm, claim, sourceId, LOOK);
    expect(await db.transaction((tx) => pauseSource(tx, String(sourceId)))).toMatchObject({ changed: true });
    expect(await health()).toMatchObject({ state: 'paused', nextCheckAt: null });
    await db.orm.execute('update tasks set due_at = now()');
    expect(await createTaskStore(db).dispatch('pull', 9)).toEqual([]);
    // A watch that is saved again does not wake it.
    await db.transaction((tx) => saveWatch(tx, aWatch()));
    expect(await createTaskStore(db).dispatch('pull', 9)).toEqual([]);
    await db.transaction((tx) => resumeSource(tx, 'https://example.org/feed'));
    expect(await createTaskStore(db).dispatch('pull', 9)).toHaveLength(1);
    expect(await health()).toMatchObject({ state: 'healthy' });
    expect(await events()).toEqual(['paused: by an operator', 'resumed: by an operator']);
  });

  it('lose whoever looks at them when they are paused', async () => {
    await db.transaction((tx) => pauseSource(tx, String(sourceId)));
    await expect(finishCheck(db.orm, claim, sourceId, LOOK)).rejects.toBeInstanceOf(ClaimLost);
  });

  it('are acknowledged once, while they can not be read, until their state changes', async () => {
    const acknowledge = () => db.transaction((tx) => acknowledgeSource(tx, String(sourceId)));
    expect(await acknowledge()).toMatchObject({ changed: false });
    await finishCheck(db.orm, claim, sourceId, FAILED);
    expect(await acknowledge()).toMatchObject({ changed: true });
    expect(await acknowledge()).toMatchObject({ changed: false });
    expect((await health())?.acknowledgedAt).toBeInstanceOf(Date);
    const notice = { kind: 'changed', from: 'failing', to: 'healthy', message: 'read again' } as const;
    await finishCheck(db.orm, await claimPull(), sourceId, { ...LOOK, notice });
    expect((await health())?.acknowledgedAt).toBeNull();
  });

  it('are not found by a number or address that none has', async () => {
    for (const name of ['999', 'https://nowhere.example/', 'x', ''])
      expect(await db.transaction((tx) => pauseSource(tx, name))).toBeNull();
  });

  it('are silent beyond their own rhythm, or not', async () => {
    const hour = 3_600;
    const now = Math.floor(Date.now() / 1_000);
    const daily = (lastAgoHours: number) => ({
      arrivals: Array.from({ length: 12 }, (_, day) => now - (lastAgoHours + (11 - day) * 24) * hour),
      refreshIntervalMs: null,
      skipHours: [],
    });
    await finishCheck(db.orm, claim, sourceId, { ...LOOK, rhythm: daily(30) });
    expect(await health()).toMatchObject({ silent: false });
    await finishCheck(db.orm, await claimPull(), sourceId, { ...LOOK, rhythm: daily(50) });
    expect(await health()).toMatchObject({ silent: true });
  });

  it('count their healthy days by country and language', async () => {
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('the built watch has no source');
    const other = { ...source, url: 'https://example.org/es', country: 'VE', lang: 'es' };
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources: [source, other] })));
    await db.orm.execute("update sources set created_at = '2026-03-01T12:00:00Z'");
    const looks = [
      // 03:00 UTC is still the day before in Bogotá.
      ['CO', '2026-03-02T03:00:00Z', 'ok'],
      ['CO', '2026-03-02T12:00:00Z', 'failed'],
      ['CO', '2026-03-03T12:00:00Z', 'not-modified'],
      ['CO', '2026-03-03T13:00:00Z', 'ok'],
      ['VE', '2026-03-03T13:00:00Z', 'failed'],
      ['CO', '2026-03-05T13:00:00Z', 'ok'],
    ] as const;
    for (const [country, at, outcome] of looks)
      await db.orm.execute(`insert into source_checks (source_id, checked_at, outcome, duration_ms, next_check_at)
        select id, '${at}', '${outcome}', 1, now() from sources where country = '${country}'`);
    const period = { firstDate: '2026-02-20', lastDate: '2026-03-04', timeZone: 'America/Bogota' };
    const expected = [
      { country: 'CO', lang: 'en', sources: 1, sourceDays: 4, healthyDays: 2 },
      { country: 'VE', lang: 'es', sources: 1, sourceDays: 4, healthyDays: 0 },
    ];
    expect(await sourceCoverage(db.orm, period)).toEqual(expected);
    expect(await sourceCoverage(db.orm, { ...period, watchId: 'test-watch' })).toEqual(expected);
    expect(await sourceCoverage(db.orm, { ...period, watchId: 'none' })).toEqual([]);
  });
});
