import { LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';
import { describe, expect, it } from 'vitest';
import { planFailure } from './failure-plan.ts';
import { STAGE_POLICIES } from './stages.ts';

const now = new Date('2026-03-01T12:00:00Z');
const policy = STAGE_POLICIES.extract;

describe('planFailure', () => {
  it('doubles the wait after each retry, up to an hour', () => {
    const waits = [0, 1, 2, 3].map((n) => planFailure(new RetryFailure('x', 'x'), policy, n, now).retryInMs);
    expect(waits).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(planFailure(new RetryFailure('x', 'x'), STAGE_POLICIES.pull, 40, now).retryInMs).toBe(3_600_000);
  });

  it('quarantines after the last attempt', () => {
    expect(planFailure(new RetryFailure('x', 'x'), policy, policy.attemptsMax - 1, now)).toMatchObject({
      kind: 'retry',
      retryInMs: null,
    });
  });

  it('waits as long as it was told when it is to come later, a day at most', () => {
    const inTenMinutes = new Date(now.getTime() + 600_000);
    expect(planFailure(new LaterFailure('x', 'x', inTenMinutes), policy, 99, now)).toMatchObject({
      kind: 'later',
      retryInMs: 600_000,
    });
    const inTenDays = new Date(now.getTime() + 864_000_000);
    expect(planFailure(new LaterFailure('x', 'x', inTenDays), policy, 0, now).retryInMs).toBe(86_400_000);
  });

  it('quarantines at once what can never work', () => {
    expect(planFailure(new NeverFailure('gone', 'it is gone'), policy, 0, now)).toEqual({
      kind: 'never',
      code: 'gone',
      message: 'it is gone',
      retryInMs: null,
    });
  });

  it('retries an error it does not know', () => {
    expect(planFailure(new TypeError('oops'), policy, 0, now)).toMatchObject({
      kind: 'retry',
      code: 'unexpected',
    });
  });
});
