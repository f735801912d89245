import { type SentenceHits, SPANS_MAX, type Span } from './sentence-hits.ts';

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

/** Where the query is found in a sentence; empty: not found. */
export function matchQuery(query: MatchingQuery, found: SentenceHits): readonly Span[] {
  return mayMatch(query, found) ? findSpans(query, found) : [];
}

/** Whether all that the query needs is in the sentence at all: most rules end here, at no cost. */
function mayMatch(query: MatchingQuery, found: SentenceHits): boolean {
  switch (query.kind) {
    case 'set':
      return found.has(query.set);
    case 'or':
      return query.parts.some((part) => mayMatch(part, found));
    case 'and':
      return query.parts.every((part) => mayMatch(part, found));
    case 'not':
    case 'not-near':
      return mayMatch(query.left, found);
    default:
      return mayMatch(query.right, found) && mayMatch(query.left, found);
  }
}

function findSpans(query: MatchingQuery, found: SentenceHits): readonly Span[] {
  switch (query.kind) {
    case 'set':
      return found.spans(query.set);
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

/** The places of the first part, each with the nearest places of the others. */
function matchAll(parts: readonly MatchingQuery[], found: SentenceHits): readonly Span[] {
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
  found: SentenceHits,
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
