import type { FeedDocument } from '@aftermath/core';

/** Problems that mean: the end of the document, or a part of it, is missing. */
const CUT_CODES: ReadonlySet<string> = new Set(['xml-truncated', 'json-truncated']);

/**
 * Whether the document arrived to its end, with all that it holds. Only then may a source's ETag and Last-Modified
 * advance: otherwise the part that was cut off would never be asked for again. Ill-formed but complete is whole; an
 * index of sitemaps is not, since those may change while it doesn't.
 */
export function isWhole(document: FeedDocument): boolean {
  return document.children.length === 0 && !document.problems.some((problem) => CUT_CODES.has(problem.code));
}
