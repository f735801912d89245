import type { Occurrences } from './phrase-matcher.ts';

/** A query whose words and lists are numbered sets of the matcher. */
export type MatchingQuery =
  | { readonly kind: 'set'; readonly set: number }
  | { readonly kind: 'or' | 'and'; readonly parts: readonly MatchingQuery[] }
  | { readonly kind: 'not'; readonly left: MatchingQuery; readonly right: MatchingQuery }
  | {
      readonly kind: 'near' | 'before' | 'not-near';
      readonly distance: number;
      readonly left: MatchingQuery;
      readonly right: MatchingQuery;
    };

/** Words `[start, end)` of a sentence where a query is found; `parts` are the phrases that made it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** A sentence that repeats itself shows nothing new, and pairs of places grow with the square. */
const SPANS_MAX = 24;

/** Where the query is found in a sentence; empty: not found. */
export function matchQuery(query: MatchingQuery, found: ReadonlyMap<number, Occurrences>): readonly Span[] {
  switch (query.kind) {
    case 'set':
      return spansOf(found.get(query.set));
    case 'or':
      return query.parts.flatMap((part) => matchQuery(part, found)).slice(0, SPANS_MAX);
    case 'and':
      return matchAll(query.parts, found);
    case 'not':
      return matchQuery(query.right, found).length > 0 ? [] : matchQuery(query.left, found);
    case 'not-near': {
      const left = matchQuery(query.left, found);
      const right = left.length === 0 ? left : matchQuery(query.right, found);
      return left.filter((span) => !right.some((other) => isNear(span, other, query.distance)));
    }
    default:
      return matchNear(query.kind, query.distance, query.left, query.right, found);
  }
}

function spansOf(occurrences: Occurrences | undefined): readonly Span[] {
  const spans: Span[] = [];
  if (occurrences === undefined) return spans;
  for (let index = 0; index < occurrences.length && spans.length < SPANS_MAX; index += 2) {
    const place = { start: occurrences[index] as number, end: occurrences[index + 1] as number };
    spans.push({ ...place, parts: [place] });
  }
  return spans;
}

/** The places of the first part, each with the nearest places of the others. */
function matchAll(parts: readonly MatchingQuery[], found: ReadonlyMap<number, Occurrences>): readonly Span[] {
  let spans: readonly Span[] | null = null;
  for (const part of parts) {
    const others = matchQuery(part, found);
    if (others.length === 0) return [];
    spans = spans === null ? others : spans.map((span) => join(span, nearest(span, others)));
  }
  return spans ?? [];
}

function matchNear(
  kind: 'near' | 'before',
  distance: number,
  leftQuery: MatchingQuery,
  rightQuery: MatchingQuery,
  found: ReadonlyMap<number, Occurrences>,
): readonly Span[] {
  const left = matchQuery(leftQuery, found);
  if (left.length === 0) return left;
  const right = matchQuery(rightQuery, found);
  const spans: Span[] = [];
  for (const one of left)
    for (const other of right) {
      if (!isNear(one, other, distance) || (kind === 'before' && other.start < one.end)) continue;
      if (spans.push(join(one, other)) >= SPANS_MAX) return spans;
    }
  return spans;
}

/** Words between two spans; negative where they overlap. */
function gap(one: Span, other: Span): number {
  return Math.max(one.start, other.start) - Math.min(one.end, other.end);
}

/** Apart, and not too far: a phrase is not near itself. */
function isNear(one: Span, other: Span, distance: number): boolean {
  const between = gap(one, other);
  return between >= 0 && between <= distance;
}

function nearest(span: Span, others: readonly Span[]): Span {
  return others.reduce((best, other) => (gap(span, other) < gap(span, best) ? other : best));
}

function join(one: Span, other: Span): Span {
  return {
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    parts: [...one.parts, ...other.parts],
  };
}
