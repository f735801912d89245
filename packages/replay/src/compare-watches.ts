import { compileWatches } from '@aftermath/classify';
import type { ArticleInput, Decision, Signal, Watch } from '@aftermath/core';

/**
 * Why a category is found by one watch alone. `scope`: to the other the article is out of scope; `category`: the
 * other has no such category; `rules`: the other's rules, exclusions or threshold don't find it.
 */
export type DifferenceCause = 'scope' | 'category' | 'rules';

/** What can differ in a signal that both watches find. */
export type SignalPart = 'status' | 'score' | 'countries' | 'actors' | 'quote';

/** What two watches make differently of one category in one article. */
export type SignalDifference =
  | { readonly kind: 'gained'; readonly because: DifferenceCause; readonly signal: Signal }
  | { readonly kind: 'lost'; readonly because: DifferenceCause; readonly signal: Signal }
  | {
      readonly kind: 'changed';
      readonly parts: readonly SignalPart[];
      readonly before: Signal;
      readonly signal: Signal;
    };

/** What two watches make of one article. */
export interface ArticleComparison {
  /** In the new watch's order of categories, then those that only the old one has. */
  readonly differences: readonly SignalDifference[];
  /** Categories found alike by both. */
  readonly same: readonly string[];
}

/**
 * Compares what a watch makes of articles before and after an edit. Both read the text in one pass; nothing is kept
 * from one article to the next.
 *
 * @throws QueryError for a query that can't be read
 */
export function compareWatches(
  before: Watch,
  after: Watch,
  options: { readonly allInScope?: boolean } = {},
): (article: ArticleInput) => ArticleComparison {
  const allInScope = options.allInScope ?? false;
  // Two versions of one watch have one id, by which a classifier tells their lists of actors and places apart.
  const classifier = compileWatches([
    { ...before, id: 'before' },
    { ...after, id: 'after' },
  ]);
  const oldCategories = new Set(before.categories.map(({ id }) => id));
  const newCategories = new Set(after.categories.map(({ id }) => id));

  const causeOf = (category: string, categories: ReadonlySet<string>, other: Decision): DifferenceCause => {
    if (!categories.has(category)) return 'category';
    return other.inScope || allInScope ? 'rules' : 'scope';
  };

  return (article) => {
    const [old, now] = classifier.classify(article, { allInScope });
    if (old === undefined || now === undefined)
      throw new Error('a classifier of two watches gave no two decisions');
    const earlier = new Map(old.signals.map((signal) => [signal.category, signal]));
    const later = new Set(now.signals.map(({ category }) => category));
    const same: string[] = [];
    const differences = now.signals.flatMap((signal): SignalDifference[] => {
      const was = earlier.get(signal.category);
      if (was === undefined)
        return [{ kind: 'gained', because: causeOf(signal.category, oldCategories, old), signal }];
      const parts = differingParts(was, signal);
      if (parts.length > 0) return [{ kind: 'changed', parts, before: was, signal }];
      same.push(signal.category);
      return [];
    });
    const lost = old.signals
      .filter(({ category }) => !later.has(category))
      .map(
        (signal): SignalDifference => ({
          kind: 'lost',
          because: causeOf(signal.category, newCategories, now),
          signal,
        }),
      );
    return { differences: [...differences, ...lost], same };
  };
}

const PARTS: Readonly<Record<SignalPart, (signal: Signal) => unknown>> = {
  status: ({ status }) => status,
  score: ({ score }) => score,
  countries: ({ countries }) => countries.join(),
  actors: ({ actors }) => actors.join(),
  quote: ({ evidence }) => evidence[0]?.quote,
};

function differingParts(before: Signal, after: Signal): SignalPart[] {
  return (Object.keys(PARTS) as SignalPart[]).filter((part) => PARTS[part](before) !== PARTS[part](after));
}
