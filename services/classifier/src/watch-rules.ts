import { type Classifier, compileWatches } from '@aftermath/classify';
import type { WatchRow } from '@aftermath/db';

/** Compiles watches once per set of rules: an edited watch has another hash. */
export function createWatchRules(): (watches: readonly WatchRow[]) => Classifier {
  const compiled = new Map<string, Classifier>();
  return (watches) => {
    const key = watches.map((watch) => `${watch.id} ${watch.rulesHash}`).join('\n');
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const classifier = compileWatches(watches.map((watch) => watch.definition));
    if (compiled.size >= COMPILED_MAX) compiled.clear();
    compiled.set(key, classifier);
    return classifier;
  };
}

/** Sets of watches that share sources; a set is compiled in milliseconds, so starting anew is no loss. */
const COMPILED_MAX = 64;
