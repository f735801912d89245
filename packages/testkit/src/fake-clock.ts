import type { Clock } from '@aftermath/core';

export interface FakeClock extends Clock {
  advance(ms: number): void;
  set(time: Date | string): void;
}

/** A clock that stands still until it is told to go on. @param start an ISO 8601 time, or a date */
export function fakeClock(start: Date | string): FakeClock {
  let time = new Date(start).getTime();
  return {
    now: () => new Date(time),
    advance: (ms) => {
      time += ms;
    },
    set: (to) => {
      time = new Date(to).getTime();
    },
  };
}
