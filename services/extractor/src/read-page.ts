import type { ArticleText } from '@aftermath/core';
import type { Fetcher } from '@aftermath/fetch';
import type { ThreadPool } from '@aftermath/threads';
import type { ExtractInput } from './extract-article-thread.ts';
import type { FoundText } from './feed-text.ts';

export interface PageReader {
  readonly fetcher: Fetcher;
  readonly extractor: ThreadPool;
}

/**
 * The article of a page, parsed in a thread of its own.
 *
 * @throws Failure when there is no page or no article in it; ExtractError's codes say which kind of page it was
 */
export async function readPage(
  { fetcher, extractor }: PageReader,
  url: string,
  signal: AbortSignal,
): Promise<FoundText> {
  const page = await fetcher.fetch(url, {
    accept: 'text/html, application/xhtml+xml',
    respectRobots: true,
    signal,
  });
  const input: ExtractInput = {
    html: page.body,
    url: page.url,
    askedUrl: url,
    contentType: page.contentType,
  };
  const text = await extractor.run<ArticleText>(input);
  return { title: text.title ?? '', text, origin: 'page', pageUrl: page.url, problem: null };
}
