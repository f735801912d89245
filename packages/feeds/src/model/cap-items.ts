import { LIMITS } from '../limits.ts';
import type { Problems } from '../problems.ts';

/** The first items, up to the cap: feeds put the newest first. */
export function capItems<T>(items: readonly T[], problems: Problems): readonly T[] {
  if (items.length <= LIMITS.itemsMax) return items;
  problems.add('too-many-items', `${items.length} items; the first ${LIMITS.itemsMax} were read`);
  return items.slice(0, LIMITS.itemsMax);
}
