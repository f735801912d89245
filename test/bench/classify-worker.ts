import path from 'node:path';
import { compileWatches } from '@aftermath/classify';
import { readWatchFile } from '@aftermath/config';
import type { ArticleInput, Watch } from '@aftermath/core';
import { ARTICLES, WORDS } from './classify-load.ts';
import { ownCpuSeconds, type Run } from './measurement.ts';
import { newsArticles } from './news-articles.ts';

/** Reads every article once, in a process of its own that has read none before, and tells what that cost. */
const watch = await theWatch();
const programs: Readonly<Record<string, () => (article: ArticleInput) => number>> = {
  aftermath: () => {
    const classifier = compileWatches([watch]);
    return (article) =>
      classifier.classify(article, { allInScope: true }).flatMap(({ signals }) => signals).length;
  },
  'bare-scan': () => {
    const named = namedWords(watch);
    return ({ title, text }) => {
      let found = 0;
      for (const [word] of `${title}. ${text}`.toLowerCase().matchAll(/\p{L}+/gu))
        if (named.has(word)) found += 1;
      return found;
    };
  },
};

async function theWatch(): Promise<Watch> {
  const file = path.join(import.meta.dirname, '../../infra/watches/tren-de-aragua-strike.yaml');
  const read = await readWatchFile(file);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.watch;
}

/** Every word that stands in a query of the watch. */
function namedWords({ scope, categories }: Watch): Set<string> {
  const queries = [scope, ...categories].flatMap(({ rules, exclude }) => [
    ...rules.map(({ query }) => query),
    ...exclude,
  ]);
  return new Set(queries.flatMap((query) => query.toLowerCase().match(/\p{L}{2,}/gu) ?? []));
}

const articles = newsArticles(ARTICLES, WORDS);
const read = programs[process.argv[2] ?? '']?.();
if (read === undefined) throw new Error(`no such program: ${process.argv[2]}`);
const cpuBefore = ownCpuSeconds();
const started = performance.now();
let found = 0;
for (const article of articles) found += read(article);
const run: Run = {
  wallSeconds: (performance.now() - started) / 1_000,
  cpuSeconds: ownCpuSeconds() - cpuBefore,
  peakRssMiB: process.resourceUsage().maxRSS / 1_024,
  done: articles.length,
};
// What was found is looked at, or the work might be optimised away.
if (found === 0) throw new Error('nothing was found in any article');
process.send?.(run);
