import { createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';
import {
  addTasks,
  ClaimLost,
  countDue,
  countTasks,
  createTaskStore,
  ensureTasks,
  finishTask,
  listQuarantine,
  releaseLeases,
  replayQuarantine,
} from './tasks.ts';

describe('the tasks table', () => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    await db.orm.execute('truncate tasks restart identity');
  });

  const store = () => createTaskStore(db);
  const addOne = (key = '1', dueAt?: Date) =>
    addTasks(db.orm, [{ stage: 'extract', key, ...(dueAt === undefined ? {} : { dueAt }) }]);
  /** A due task, dispatched and claimed. */
  const claimed = async (leaseMs = 60_000) => {
    await addOne();
    const [sent] = await store().dispatch('extract', 10);
    const claim = await store().claim(sent?.taskId ?? 0, leaseMs);
    if (claim === null) throw new Error('the task could not be claimed');
    return claim;
  };

  it('dispatches a due task once, and none that is due later', async () => {
    await addOne('now');
    await addOne('later', new Date(Date.now() + 3_600_000));
    expect(await store().dispatch('extract', 10)).toHaveLength(1);
    expect(await store().dispatch('extract', 10)).toHaveLength(0);
  });

  it('dispatches a task to one of several relays', async () => {
    await addTasks(
      db.orm,
      Array.from({ length: 50 }, (_, n) => ({ stage: 'extract' as const, key: String(n) })),
    );
    const sent = (await Promise.all([1, 2, 3, 4].map(() => store().dispatch('extract', 50)))).flat();
    expect(sent).toHaveLength(50);
    expect(new Set(sent.map(({ taskId }) => taskId)).size).toBe(50);
  });

  it('dispatches again, under the same id, a task whose job was lost', async () => {
    await addOne();
    const [first] = await store().dispatch('extract', 1);
    await db.orm.execute(
      "update tasks set dispatched_at = now() - interval '61 seconds', due_at = now() - interval '2 minutes'",
    );
    expect(await store().dispatch('extract', 1)).toEqual([first]);
  });

  it('gives a task to one of several workers', async () => {
    await addOne();
    const [sent] = await store().dispatch('extract', 1);
    const claims = await Promise.all([1, 2, 3].map(() => store().claim(sent?.taskId ?? 0, 60_000)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('refuses the late write of a worker whose lease ran out', async () => {
    const late = await claimed(0);
    const current = await store().claim(late.taskId, 60_000);
    expect(current?.fence).toBe(late.fence + 1);
    await expect(db.transaction((tx) => finishTask(tx, late))).rejects.toBeInstanceOf(ClaimLost);
    expect(await store().fail(late, { kind: 'never', code: 'x', message: 'x', retryInMs: null })).toBe(false);
  });

  it('does nothing for the job of a task that is done', async () => {
    const claim = await claimed();
    await db.transaction((tx) => finishTask(tx, claim));
    expect(await store().claim(claim.taskId, 60_000)).toBeNull();
    expect(await countDue(db.orm, ['extract'])).toBe(0);
  });

  it('makes recurring work due again at its time only', async () => {
    const claim = await claimed();
    await db.transaction((tx) => finishTask(tx, claim, new Date(Date.now() + 3_600_000)));
    expect(await store().dispatch('extract', 1)).toHaveLength(0);
    expect(await countTasks(db.orm)).toMatchObject([{ state: 'scheduled', tasks: 1, oldestDueAt: null }]);
    await db.orm.execute('update tasks set due_at = now()');
    expect(await countTasks(db.orm)).toMatchObject([
      { state: 'due', tasks: 1, oldestDueAt: expect.any(Date) },
    ]);
    expect(await store().dispatch('extract', 1)).toHaveLength(1);
  });

  it('spends an attempt on a retry and none on a wait', async () => {
    const claim = await claimed();
    await store().fail(claim, { kind: 'later', code: 'busy', message: 'come later', retryInMs: 0 });
    const again = await store().claim(claim.taskId, 60_000);
    expect(again?.attempts).toBe(0);
    if (again !== null)
      await store().fail(again, { kind: 'retry', code: 'reset', message: 'cut', retryInMs: 0 });
    expect((await store().claim(claim.taskId, 60_000))?.attempts).toBe(1);
  });

  it('keeps what was given up, with its reason, until it is replayed', async () => {
    const claim = await claimed();
    await store().fail(claim, { kind: 'never', code: 'gone', message: 'it is gone', retryInMs: null });
    expect(await listQuarantine(db.orm)).toMatchObject([
      { key: '1', lastError: { code: 'gone', message: 'it is gone' } },
    ]);
    expect(await store().dispatch('extract', 1)).toHaveLength(0);
    expect(await replayQuarantine(db.orm, { stage: 'extract' })).toBe(1);
    expect(await store().dispatch('extract', 1)).toHaveLength(1);
    expect(await listQuarantine(db.orm)).toHaveLength(0);
  });

  it('leaves an existing task as it is when it is only to be there', async () => {
    const claim = await claimed();
    await db.transaction((tx) => finishTask(tx, claim));
    await ensureTasks(db.orm, [{ stage: 'extract', key: '1' }]);
    expect(await countDue(db.orm, ['extract'])).toBe(0);
    await addOne();
    expect(await countDue(db.orm, ['extract'])).toBe(1);
  });

  it('frees at once what a crashed process held, and fences that process off', async () => {
    const claim = await claimed();
    expect(await releaseLeases(db.orm)).toBe(1);
    expect(await store().dispatch('extract', 1)).toHaveLength(1);
    await expect(db.transaction((tx) => finishTask(tx, claim))).rejects.toBeInstanceOf(ClaimLost);
  });
});
