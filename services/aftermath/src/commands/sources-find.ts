import { readConfig } from '@aftermath/config';
import { createFetcher } from '@aftermath/fetch';
import type { Command } from 'commander';
import { CommandError } from '../command-error.ts';
import { type FoundFeed, findFeeds } from '../find-feeds.ts';
import { print } from '../print.ts';

/** `sources find`: from the address of a site to its feeds. */
export function addSourcesFind(sources: Command): void {
  sources
    .command('find')
    .description('look for the feeds of a site: what its page and robots.txt name, then the usual places')
    .argument('<url>', 'the address of the site, or of a section of it')
    .option('--json', 'print JSON')
    .action(async (url: string, { json }: { json?: boolean }) => {
      if (!/^https?:\/\//i.test(url) || !URL.canParse(url))
        throw new CommandError(`${url} is no http or https address`, 2);
      const { userAgent, allowPrivate } = readConfig();
      const fetcher = createFetcher({ userAgent, allowPrivate });
      try {
        const feeds = await findFeeds(fetcher, url, new Date());
        if (feeds.length === 0)
          throw new CommandError(
            `found no feed at ${url}; a page that lists articles can be followed by selectors (docs/analysts/watches.md)`,
          );
        print(feeds, json, feeds.map(lineOf).join('\n'));
      } finally {
        await fetcher.close();
      }
    });
}

function lineOf({ url, title, format, items, newestAt, found }: FoundFeed): string {
  const newest = newestAt === null ? 'no dates' : `newest ${newestAt.slice(0, 16)}Z`;
  return `${url}\n  ${format}, ${items} items, ${newest}, ${found}${title === null ? '' : `: ${title}`}`;
}
