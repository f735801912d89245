/** Tells the stages of this process apart when the database says that one has work. */
export function createStageAlarms() {
  const wakes = new Map<string, Set<() => void>>();
  return {
    ring: (stage: string): void => {
      for (const wake of wakes.get(stage) ?? []) wake();
    },
    subscribe: (stage: string, wake: () => void): (() => void) => {
      const subscribed = wakes.get(stage) ?? new Set();
      wakes.set(stage, subscribed.add(wake));
      return () => subscribed.delete(wake);
    },
  };
}
