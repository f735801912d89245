/** 95 % Wilson score interval of a share (Wilson 1927): honest for small n and shares near 0 or 1. */
export function wilson(hits: number, n: number): { low: number; high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / n;
  const centre = p + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

/**
 * 95 % percentile bootstrap interval of F1 (Efron 1979): positives right, missed and negatives spurious drawn anew.
 * Seeded, so that the same tally prints the same interval.
 */
export function bootstrapF1(
  tally: { readonly right: number; readonly spurious: number; readonly missed: number; readonly n: number },
  draws = 400,
): { low: number; high: number } {
  const { right, spurious, missed, n } = tally;
  const random = seeded(right * 31 + spurious * 17 + missed * 7 + n);
  const values = Array.from({ length: draws }, () => {
    let drawnRight = 0;
    let drawnWrong = 0;
    for (let index = 0; index < n; index += 1) {
      const at = random() * n;
      if (at < right) drawnRight += 1;
      else if (at < right + spurious + missed) drawnWrong += 1;
    }
    return drawnRight === 0 ? 0 : (2 * drawnRight) / (2 * drawnRight + drawnWrong);
  }).sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (draws - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
