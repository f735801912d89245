import { describe, expect, it } from 'vitest';
import { createHealth } from './health.ts';

const pass = async () => undefined;

describe('health', () => {
  it('is good when every check passes, and when there is none', async () => {
    expect(await createHealth({ database: pass, clock: pass })()).toEqual({
      ok: true,
      checks: { database: null, clock: null },
    });
    expect(await createHealth({})()).toEqual({ ok: true, checks: {} });
  });

  it('says which check failed and why, whether it rejects, throws or never answers', async () => {
    const health = createHealth(
      {
        database: pass,
        schema: () => Promise.reject(new Error('one migration is missing')),
        clock: () => {
          throw new Error('12 s off');
        },
        queue: () => new Promise(() => undefined),
      },
      50,
    );
    expect(await health()).toEqual({
      ok: false,
      checks: {
        database: null,
        schema: 'one migration is missing',
        clock: '12 s off',
        queue: 'no answer within 50 ms',
      },
    });
  });
});
