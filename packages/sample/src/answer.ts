import { createHash } from 'node:crypto';
import { type PublishedArticle, publishedArticle } from './published-article.ts';
import { FEED_FILES, feedPath, newestChange, renderFeed } from './render-feed.ts';
import { renderPage } from './render-page.ts';
import type { SampleSource } from './sample-data.ts';

/** What the sample server says to a path. */
export interface Answer {
  readonly status: 200 | 404;
  readonly contentType: string;
  readonly body: string;
  readonly etag: string;
  readonly lastModified: Date | null;
}

export interface Site {
  readonly sources: readonly SampleSource[];
  readonly anchor: Date;
  readonly baseUrl: string;
}

const HTML = 'text/html; charset=utf-8';
/** Headlines under an article. */
const OTHERS_MAX = 4;

/** The feed or page at a path as of `now`; articles that are not out yet are not found. */
export function answer(path: string, site: Site, now: Date): Answer {
  const { sources, baseUrl } = site;
  const feed = sources.find((source) => feedPath(source) === path);
  if (feed !== undefined) {
    const articles = outBy(feed, site, now);
    const { contentType } = FEED_FILES[feed.feed.format];
    return found(contentType, renderFeed(feed, articles, baseUrl), newestChange(articles));
  }
  for (const source of sources) {
    const articles = outBy(source, site, now);
    const article = articles.find(({ slug }) => path === `/articles/${slug}`);
    if (article === undefined) continue;
    const others = articles.filter((other) => other !== article).slice(0, OTHERS_MAX);
    return found(HTML, renderPage(source, article, others), newestChange([article]));
  }
  if (path === '/')
    return found(HTML, '<!doctype html><title>Fictional sample</title><p>Fictional sample', null);
  return { ...found('text/plain; charset=utf-8', 'Not found\n', null), status: 404 };
}

function outBy(source: SampleSource, { anchor, baseUrl }: Site, now: Date): PublishedArticle[] {
  return source.articles.flatMap((article) => publishedArticle(article, { anchor, now, baseUrl }) ?? []);
}

function found(contentType: string, body: string, lastModified: Date | null): Answer {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  return { status: 200, contentType, body, etag, lastModified };
}
