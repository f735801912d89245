import { LIMITS } from '../limits.ts';
import type { Problems } from '../problems.ts';

/** Notes that a feed has more items than were read. */
export function noteItemCap(count: number, problems: Problems): void {
  if (count > LIMITS.itemsMax) {
    problems.add('too-many-items', `${count} items; the first ${LIMITS.itemsMax} were read`);
  }
}
