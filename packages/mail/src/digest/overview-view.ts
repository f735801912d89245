import type { EditionDocument, EditionStanding } from '@aftermath/core';
import { oneLine } from './plain-words.ts';
import type { Words } from './words/index.ts';

/** Days shown: two weeks tell a trend, and their bars fit a phone. */
const DAYS = 14;

/** One category in the overview. */
export interface OverviewRow {
  readonly id: string;
  readonly title: string;
  /** A mark for each day, the last one today. */
  readonly bars: string;
  readonly words: string;
  readonly state: EditionStanding['silence']['state'];
}

export interface OverviewView {
  readonly title: string;
  readonly rows: readonly OverviewRow[];
}

/** Every category in one line: how its last days went, and where it stands today. */
export function overviewView({ standings }: EditionDocument, words: Words): OverviewView | null {
  const days = Math.min(DAYS, Math.max(0, ...standings.map((standing) => standing.days.length)));
  if (days === 0) return null;
  return {
    title: words.overview(days),
    rows: standings.map(({ category, stories, days: counts, silence }) => ({
      id: category.id,
      title: oneLine(category.title),
      bars: counts.slice(-days).map(bar).join(''),
      words:
        silence.state === 'seen'
          ? words.newStories(stories)
          : silence.state === 'silent'
            ? words.noneFor(silence.days)
            : words.cannotSay,
      state: silence.state,
    })),
  };
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Heights double: 1, 2, 4 … 128 stories and more, so that every row has the same scale. */
function bar(stories: number): string {
  if (stories === 0) return '·';
  return BARS[Math.min(BARS.length - 1, Math.floor(Math.log2(stories)))] ?? '█';
}
