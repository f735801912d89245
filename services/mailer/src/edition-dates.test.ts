import { addDays, wallInstant } from '@aftermath/core';
import { aWatch, fakeClock } from '@aftermath/testkit';
import { afterEach, describe, expect, it } from 'vitest';
import { editionsOf, type Newsroom, openNewsroom } from './__fixtures__/newsroom.ts';

const HOUR = 3_600_000;
const rooms: Newsroom[] = [];
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
});

/** A watch with its digest at `time`, made just after that time on `from`. */
async function open(timeZone: string, time: string, from: string) {
  const clock = fakeClock(new Date(wallInstant(from, { time, timeZone }).getTime() + 60_000));
  const watch = aWatch({ digest: { time, timeZone, language: 'en', recipients: ['a@example.org'] } });
  const room = await openNewsroom(watch, clock);
  rooms.push(room);
  const dates = async () => (await editionsOf(room.db)).map(({ date }) => date);
  return { room, clock, dates };
}

describe('a watch has one edition a date', () => {
  it.each([
    ['clocks put forward over its time', 'America/New_York', '02:30', '2027-03-12'],
    ['clocks put back over its time', 'America/New_York', '01:30', '2027-11-05'],
    ['a midnight that does not come', 'America/Santiago', '00:00', '2027-09-03'],
    ['a midnight that comes twice', 'America/Santiago', '23:30', '2027-04-01'],
    ['clocks moved by half an hour', 'Australia/Lord_Howe', '02:15', '2027-10-01'],
  ])('through %s, with two schedulers and two workers', async (_what, timeZone, time, from) => {
    const { room, clock, dates } = await open(timeZone, time, from);
    for (let hour = 0; hour < 5 * 24 + 2; hour += 1) {
      clock.advance(HOUR);
      await room.goOn();
    }
    expect(await dates()).toEqual([1, 2, 3, 4, 5].map((day) => addDays(from, day)));
  });

  it('when the clock is put back two days, and forward again', async () => {
    const { room, clock, dates } = await open('America/Bogota', '07:00', '2027-03-01');
    const go = async (hours: number) => {
      clock.advance(hours * HOUR);
      await room.goOn();
    };
    for (const hours of [24, 24, -48, 5, 43, -24, 24]) await go(hours);
    expect(await dates()).toEqual(['2027-03-02', '2027-03-03']);
    await go(24);
    expect(await dates()).toEqual(['2027-03-02', '2027-03-03', '2027-03-04']);
  });

  it('when the clock ran a month ahead: its edition stands, and the days until then have theirs', async () => {
    const { room, clock, dates } = await open('America/Bogota', '07:00', '2027-03-01');
    for (const hours of [24 * 30, -24 * 29, 24]) {
      clock.advance(hours * HOUR);
      await room.goOn();
    }
    expect(await dates()).toEqual(['2027-03-02', '2027-03-03', '2027-03-31']);
  });

  it('and after five days switched off one for all of them, which says so', async () => {
    const { room, clock, dates } = await open('America/Bogota', '07:00', '2027-03-01');
    clock.advance(24 * HOUR);
    await room.goOn();
    clock.advance(5 * 24 * HOUR + HOUR);
    await room.goOn();
    expect(await dates()).toEqual(['2027-03-02', '2027-03-07']);
    const [, late] = await editionsOf(room.db);
    expect(late?.text).toContain('No digest went out after 2 March 2027: this one covers the 5 days since.');
  });
});
