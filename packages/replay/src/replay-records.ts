import { addDays, type CategoryRecord } from '@aftermath/core';

/** As far back as an edition looks. */
const DAYS = 30;

/** Stories by category and day, for the last days only. */
export function createRecords(categories: readonly string[]) {
  const stories = new Map<string, Map<string, Set<number>>>();
  const lastSeen = new Map<string, string>();
  return {
    add(category: string, date: string, storyId: number): void {
      const days = stories.get(category) ?? new Map<string, Set<number>>();
      stories.set(category, days);
      days.set(date, (days.get(date) ?? new Set()).add(storyId));
      if (date > (lastSeen.get(category) ?? '')) lastSeen.set(category, date);
    },

    upTo(date: string): CategoryRecord[] {
      const first = addDays(date, 1 - DAYS);
      for (const days of stories.values()) for (const day of days.keys()) if (day < first) days.delete(day);
      return categories.map((category) => ({
        category,
        lastSeen: lastSeen.get(category) ?? null,
        stories: Array.from(
          { length: DAYS },
          (_, day) => stories.get(category)?.get(addDays(first, day))?.size ?? 0,
        ),
      }));
    },
  };
}
