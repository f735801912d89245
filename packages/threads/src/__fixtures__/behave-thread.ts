import { LaterFailure, NeverFailure, RetryFailure } from '@aftermath/core';

class PageIsEmpty extends NeverFailure {}

const behaviours: Record<string, (input: never) => unknown> = {
  add: ({ a, b }: { a: number; b: number }) => a + b,
  wait: () => new Promise(() => undefined),
  spin: () => {
    for (;;);
  },
  hoard: () => {
    const hoard: unknown[] = [];
    for (;;) hoard.push(Array.from({ length: 1_000 }, (_, index) => ({ index })));
  },
  size: ({ bytes }: { bytes: Uint8Array }) => bytes.byteLength,
  exit: () => process.exit(3),
  retry: () => {
    throw new RetryFailure('host-down', 'no answer');
  },
  later: () => {
    throw new LaterFailure('too-many-requests', 'wait', new Date('2026-03-01T00:00:00.000Z'));
  },
  never: () => {
    throw new PageIsEmpty('page-is-empty', 'nothing there');
  },
  bug: () => {
    throw new TypeError('x is not a function');
  },
  unclonable: () => () => undefined,
};

export default (input: { does: string }) => behaviours[input.does]?.(input as never);
