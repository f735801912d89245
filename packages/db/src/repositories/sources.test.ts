import type { Claim } from '@aftermath/pipeline';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import { findSource, finishCheck, type SourceCheck, sourceHealth } from './sources.ts';
import { ClaimLost, createTaskStore } from './tasks.ts';
import { saveWatch } from './watches.ts';

const nextCheckAt = new Date('2999-01-01T00:00:00Z');
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
};

describe('finishCheck', () => {
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

  it('writes the look down, keeps the validators and makes the next look due', async () => {
    await finishCheck(db.orm, claim, sourceId, LOOK);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ ...LOOK.validators, failures: 0 });
    expect(await health()).toMatchObject({ state: 'healthy', items: 3, nextCheckAt, failingSince: null });
  });

  it('keeps the validators it has when the look brought none', async () => {
    await finishCheck(db.orm, claim, sourceId, LOOK);
    await finishCheck(db.orm, await claimPull(), sourceId, NOT_MODIFIED);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ ...LOOK.validators });
  });

  it('counts failures and remembers since when, until a look succeeds', async () => {
    await finishCheck(db.orm, claim, sourceId, FAILED);
    const since = (await health())?.failingSince;
    await finishCheck(db.orm, await claimPull(), sourceId, FAILED);
    expect(since).toBeInstanceOf(Date);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ failures: 2, failingSince: since });
    const { errorCode, errorMessage } = FAILED;
    expect(await health()).toMatchObject({ state: 'failing', errorCode, errorMessage });
    await finishCheck(db.orm, await claimPull(), sourceId, LOOK);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ failures: 0, failingSince: null });
  });

  it('writes nothing for a worker that lost its claim', async () => {
    const lost = finishCheck(db.orm, { ...claim, fence: claim.fence - 1 }, sourceId, LOOK);
    await expect(lost).rejects.toBeInstanceOf(ClaimLost);
    expect(await findSource(db.orm, sourceId)).toMatchObject({ lastCheckedAt: null, etag: null });
    const { rows } = await db.orm.execute('select * from source_checks');
    expect(rows).toEqual([]);
  });
});
