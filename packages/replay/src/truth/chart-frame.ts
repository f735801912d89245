/** Sizes that the charts share, in pixels of the drawing. */
export const CHART = { width: 960, label: 200, right: 20, lane: 44, axis: 28 } as const;

/** Where the drawing area of a chart lies, and how a share of its width (0 to 1) is placed in it. */
export function placeAcross(share: number): number {
  const { width, label, right } = CHART;
  return Math.round((label + share * (width - label - right)) * 10) / 10;
}

/** About `most` whole numbers from 0 to `last`, evenly apart, by steps of 1, 2 or 5 times a power of ten. */
export function ticks(last: number, most = 8): number[] {
  const least = Math.max(1, last / most);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= least) ?? least;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

/** A text that fits beside a lane. */
export function shortLabel(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
