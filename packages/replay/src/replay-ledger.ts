import { firstPlaces, ledgerKeys, type Signal } from '@aftermath/core';

/** The ledger of a replay: articles come in order, so the first to touch a key is the first ever. */
export function createLedger(): { firstFor(signal: Signal): string[] } {
  const seen = new Set<string>();
  return {
    firstFor(signal) {
      const fresh = ledgerKeys(signal).filter(({ category, country, actor }) => {
        const key = `${category}\n${country}\n${actor}`;
        return !seen.has(key) && seen.add(key);
      });
      return firstPlaces(fresh);
    },
  };
}
