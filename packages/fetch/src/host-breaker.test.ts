import { NeverFailure, RetryFailure } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { createHostBreaker } from './host-breaker.ts';

const DOWN = new RetryFailure('timeout', 'it took too long');

function breaker() {
  let time = 0;
  const made = createHostBreaker(() => time);
  const fail = (times: number, host = 'a') => {
    for (let n = 0; n < times; n += 1) made.failed(host, DOWN);
  };
  const minutesLeft = (host = 'a') => {
    try {
      made.check(host);
      return null;
    } catch (error) {
      return ((error as { retryAt: Date }).retryAt.getTime() - time) / 60_000;
    }
  };
  const pass = (minutes: number) => {
    time += minutes * 60_000;
  };
  return { ...made, fail, minutesLeft, pass };
}

describe('the host breaker', () => {
  it('leaves a host alone after five failures in a row, and no other', () => {
    const { fail, minutesLeft } = breaker();
    fail(4);
    expect(minutesLeft()).toBeNull();
    fail(1);
    expect(minutesLeft()).toBe(1);
    expect(minutesLeft('b')).toBeNull();
  });

  it('says what the host did, as something that passes', () => {
    const { fail, check } = breaker();
    fail(5);
    expect(() => check('a')).toThrow(
      expect.objectContaining({
        kind: 'later',
        code: 'host-down',
        message: expect.stringContaining('too long'),
      }),
    );
  });

  it('lets one try when the time is over, and waits twice as long when that fails, up to an hour', () => {
    const { fail, minutesLeft, pass } = breaker();
    fail(5);
    const waits = [1, 2, 4, 8, 16, 32, 60, 60];
    for (const wait of waits) {
      expect(minutesLeft()).toBe(wait);
      pass(wait);
      // The one who tries, and another who comes while he does.
      expect(minutesLeft()).toBeNull();
      expect(minutesLeft()).not.toBeNull();
      fail(1);
    }
  });

  it('forgets all when the host answers', () => {
    const { fail, answered, minutesLeft } = breaker();
    fail(5);
    answered('a');
    expect(minutesLeft()).toBeNull();
    fail(4);
    expect(minutesLeft()).toBeNull();
  });

  it.each(['http-404', 'too-large', 'http-gone', 'robots-disallow'])(
    'takes %s for an answer: the host is there',
    (code) => {
      const { fail, failed, minutesLeft } = breaker();
      fail(4);
      failed('a', new NeverFailure(code, 'x'));
      fail(4);
      expect(minutesLeft()).toBeNull();
    },
  );

  it('counts no request that we broke off ourselves', () => {
    const { fail, failed, minutesLeft } = breaker();
    fail(4);
    failed('a', new RetryFailure('interrupted', 'we are stopping'));
    fail(1);
    expect(minutesLeft()).toBe(1);
  });
});
