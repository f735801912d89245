export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** Precision and recall of shingles of four tokens, as scrapinghub's article-extraction-benchmark counts them. */
export function scoreShingles(
  truth: string,
  found: string,
): { precision: number | null; recall: number | null } {
  const [expected, actual] = [shingles(truth), shingles(found)];
  let both = 0;
  for (const [shingle, count] of expected) both += Math.min(count, actual.get(shingle) ?? 0);
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, n) => sum + n, 0);
  const [inTruth, inFound] = [total(expected), total(actual)];
  return {
    precision: inFound === 0 ? null : both / inFound,
    recall: inTruth === 0 ? null : both / inTruth,
  };
}

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(1, tokens.length - 3); start += 1) {
    const shingle = tokens.slice(start, start + 4).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** How many of these segments are in the text, as trafilatura's evaluation looks for them. */
export function countSegments(segments: readonly string[], text: string): Share {
  const within = oneLine(text);
  return {
    hits: segments.filter((segment) => within.includes(oneLine(segment))).length,
    of: segments.length,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
