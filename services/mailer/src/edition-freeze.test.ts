import type { EditionInput } from '@aftermath/core';
import { findEdition, listLedger, looseQuotes } from '@aftermath/db';
import { rebuildEdition } from '@aftermath/mail';
import { aWatch, fakeClock } from '@aftermath/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionsOf, type Newsroom, openNewsroom, type Telling } from './__fixtures__/newsroom.ts';

const DAY = 86_400_000;
const HELD: Telling = {
  url: 'https://one.example/held',
  text: 'Police arrested the treasurer of the Grey Lanterns on Monday in Port Lark.',
  publishedAt: '2027-03-01T20:00:00Z',
  signals: [{ category: 'arrests', status: 'carried-out', countries: ['CO'] }],
};

describe('an edition is frozen', () => {
  const clock = fakeClock('2027-03-01T12:01:00Z');
  let room: Newsroom;
  beforeEach(async () => {
    clock.set('2027-03-01T12:01:00Z');
    room = await openNewsroom(aWatch(), clock);
  });
  afterEach(() => room.close());

  const nextDay = async (): Promise<EditionInput> => {
    clock.advance(DAY);
    await room.goOn();
    const all = await editionsOf(room.db);
    return JSON.parse(all.at(-1)?.input ?? 'null');
  };
  const rebuild = async (id: number) => {
    const edition = await findEdition(room.db.orm, { id });
    if (edition === null) throw new Error(`no edition ${id}`);
    return rebuildEdition(edition);
  };

  it('with the revisions, the coverage and the hashes it was made from, and is rebuilt to the byte', async () => {
    await room.tell(HELD);
    const input = await nextDay();
    const watch = await room.watch();
    expect(input).toMatchObject({
      rulesHash: watch.rulesHash,
      watchHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      signals: [{ revisionId: expect.any(Number), at: { field: 'text', start: 0, end: HELD.text.length } }],
      coverage: { heard: [{ title: 'Test source', days: '00' }] },
    });
    await room.tell({ ...HELD, text: 'Nothing of the kind happened, the police said.', signals: [] });
    await nextDay();
    const [first] = await editionsOf(room.db);
    expect(await rebuild(first?.id ?? 0)).toMatchObject({ state: 'same' });
    expect(await looseQuotes(room.db.orm, first?.id ?? 0)).toEqual([]);
  });

  it('and a quote that is not the stored text at its place is found out', async () => {
    await room.tell(HELD);
    await nextDay();
    await room.db.orm.execute(
      "update editions set input = replace(input, 'arrested the treasurer', 'arrested the minister')",
    );
    const [edition] = await editionsOf(room.db);
    expect(await looseQuotes(room.db.orm, edition?.id ?? 0)).toMatchObject([{ state: 'other' }]);
    expect(await rebuild(edition?.id ?? 0)).toMatchObject({ state: 'differs' });
  });

  it('and what is withdrawn later is a correction of the next one, once', async () => {
    await room.tell(HELD);
    await nextDay();
    await room.tell({ ...HELD, text: 'The police took back what they had said.', signals: [] });
    expect(await nextDay()).toMatchObject({
      signals: [],
      corrections: [
        { kind: 'withdrawn', because: 'text', toldOn: '2027-03-02', told: { quote: HELD.text }, now: null },
      ],
    });
    expect((await editionsOf(room.db)).at(-1)?.text).toContain('No longer stands, reported on 2 March 2027');
    expect((await nextDay()).corrections).toEqual([]);
    await room.tell({ ...HELD, text: 'So she was held after all, the police said.' });
    expect(await nextDay()).toMatchObject({ signals: [{ status: 'carried-out' }], corrections: [] });
  });

  it('and another status is a correction, not a new signal', async () => {
    await room.tell(HELD);
    await nextDay();
    const denied = { category: 'arrests', status: 'denied', countries: ['CO'] } as const;
    await room.tell({ ...HELD, text: 'The police denied any arrest.', signals: [denied] });
    expect(await nextDay()).toMatchObject({
      signals: [],
      corrections: [{ kind: 'changed', told: { status: 'carried-out' }, now: { status: 'denied' } }],
    });
    expect((await nextDay()).corrections).toEqual([]);
  });

  it('and what is classified again with the same result is told no second time', async () => {
    await room.tell(HELD);
    await nextDay();
    await room.tell({ ...HELD, text: `${HELD.text} He is held in the capital.` });
    expect(await nextDay()).toMatchObject({ signals: [], corrections: [] });
  });

  it('and a first that a late article takes over is corrected once, its history kept', async () => {
    await room.tell(HELD);
    expect((await nextDay()).signals).toMatchObject([{ firstFor: ['', 'CO'] }]);
    const earlier = { ...HELD, url: 'https://two.example/earlier', publishedAt: '2027-02-20T09:00:00Z' };
    await room.tell(earlier);
    expect(await nextDay()).toMatchObject({
      signals: [{ firstFor: ['', 'CO'] }],
      corrections: [
        {
          kind: 'first',
          because: 'late',
          countries: ['', 'CO'],
          toldOn: '2027-03-02',
          told: { url: HELD.url },
          now: { url: earlier.url, publishedAt: '2027-02-20T09:00:00.000Z' },
        },
      ],
    });
    expect((await nextDay()).corrections).toEqual([]);
    expect(await listLedger(room.db.orm, 'test-watch')).toMatchObject([
      { country: '', url: earlier.url, quote: HELD.text, history: [{ publishedAt: expect.any(String) }] },
      { country: 'CO', url: earlier.url, history: [{ signalId: expect.any(Number) }] },
    ]);
  });

  it('and an entry of the ledger falls to the next article when its own withdraws', async () => {
    await room.tell(HELD);
    const other = { ...HELD, url: 'https://two.example/later', publishedAt: '2027-03-01T22:00:00Z' };
    await room.tell(other);
    await room.tell({ ...HELD, text: 'The police took it back.', signals: [] });
    expect(await listLedger(room.db.orm, 'test-watch')).toMatchObject([
      { country: '', url: other.url, history: [{}] },
      { country: 'CO', url: other.url, history: [{}] },
    ]);
    await room.tell({ ...other, text: 'They took it back too.', signals: [] });
    expect(await listLedger(room.db.orm, 'test-watch')).toEqual([]);
  });
});
