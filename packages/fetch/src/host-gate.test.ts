import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHostGate, type HostGate } from './host-gate.ts';

const never = new AbortController().signal;

/** Enters, and notes when. */
function entering(gate: HostGate, host: string, log: string[], name: string) {
  return gate.enter(host, never).then((leave) => {
    log.push(`${name} at ${Date.now()}`);
    return leave;
  });
}

describe('the host gate', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('starts requests to one host a second apart, and those to another at once', async () => {
    const gate = createHostGate({ concurrency: 9 });
    const log: string[] = [];
    for (const [host, name] of ['a:1', 'a:2', 'b:3', 'a:4'].map((pair) => pair.split(':')))
      void entering(gate, host ?? '', log, name ?? '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(log).toEqual(['1 at 0', '3 at 0', '2 at 1000', '4 at 2000']);
  });

  it('lets no more in than may be in at once, and the next as soon as one leaves', async () => {
    const gate = createHostGate({ delayMs: 0, concurrency: 2 });
    const log: string[] = [];
    const first = entering(gate, 'a', log, '1');
    void entering(gate, 'a', log, '2');
    void entering(gate, 'a', log, '3');
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toEqual(['1 at 0', '2 at 0']);
    const leave = await first;
    leave();
    // Leaving twice makes no room twice.
    leave();
    void entering(gate, 'a', log, '4');
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toEqual(['1 at 0', '2 at 0', '3 at 100']);
  });

  it('sends away whose turn is far off, each to another time', async () => {
    const gate = createHostGate({ concurrency: 99, waitMsMax: 2_000 });
    const outcomes = Promise.allSettled(Array.from({ length: 6 }, () => gate.enter('a', never)));
    await vi.advanceTimersByTimeAsync(10_000);
    const refused = (await outcomes).flatMap((o) => (o.status === 'rejected' ? [o.reason] : []));
    expect(refused.map(({ kind, code }) => [kind, code])).toEqual([
      ['later', 'host-busy'],
      ['later', 'host-busy'],
      ['later', 'host-busy'],
    ]);
    expect(new Set(refused.map(({ retryAt }) => retryAt.getTime())).size).toBe(3);
  });

  it('sends away whoever waits behind requests that do not end', async () => {
    const gate = createHostGate({ delayMs: 0, concurrency: 1, waitMsMax: 2_000 });
    await gate.enter('a', never);
    const second = gate.enter('a', never).catch((error) => error);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await second).toMatchObject({ kind: 'later', code: 'host-busy' });
  });

  it('pauses as long as a host asks for, a minute at most, and never less than usual', async () => {
    const gate = createHostGate({ concurrency: 9, waitMsMax: 600_000 });
    const log: string[] = [];
    gate.slowDown('a', 10_000);
    gate.slowDown('b', 1);
    gate.slowDown('c', 9e9);
    for (const name of ['a', 'a', 'b', 'b', 'c', 'c']) void entering(gate, name, log, name);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(log).toEqual(['a at 0', 'b at 0', 'c at 0', 'b at 1000', 'a at 10000', 'c at 60000']);
  });

  it('forgets who stopped waiting', async () => {
    const gate = createHostGate({ delayMs: 0, concurrency: 1 });
    const leave = await gate.enter('a', never);
    const stop = new AbortController();
    const gone = gate.enter('a', stop.signal).catch((error) => error);
    const log: string[] = [];
    void entering(gate, 'a', log, 'next');
    stop.abort('stopped');
    expect(await gone).toBe('stopped');
    leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['next at 0']);
  });
});
