import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface NewsArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly lang: string;
  readonly publishedAt: string;
}

export interface NewsServer {
  readonly origin: string;
  /** The addresses of the feeds, `articlesPerFeed` articles each. */
  readonly feeds: readonly string[];
  /** How often each path was asked for. */
  readonly requests: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Serves articles as feeds and pages on loopback, the way a small news site would. */
export async function startNewsServer(
  articles: readonly NewsArticle[],
  articlesPerFeed = 50,
): Promise<NewsServer> {
  const requests = new Map<string, number>();
  const feeds = chunks(articles, articlesPerFeed);
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    requests.set(path, (requests.get(path) ?? 0) + 1);
    const [, kind, number = ''] = path.split('/');
    const feed = kind === 'feed' ? feeds[Number(number)] : undefined;
    if (feed !== undefined) return sendFeed(request, response, feed, `http://${request.headers.host}`);
    const article = kind === 'article' ? articles[Number(number)] : undefined;
    if (article === undefined) return response.writeHead(404).end('not here');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(article));
  };
  const sendFeed = (
    request: IncomingMessage,
    response: ServerResponse,
    feed: readonly NewsArticle[],
    origin: string,
  ) => {
    const etag = `"${feed.length}-${feed[0]?.id ?? ''}"`;
    if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    const items = feed.map((article) => item(article, `${origin}/article/${articles.indexOf(article)}`));
    response
      .writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8', etag })
      .end(
        `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`,
      );
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    feeds: feeds.map((_, number) => `${origin}/feed/${number}`),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function item({ id, title, publishedAt }: NewsArticle, link: string): string {
  return `<item><guid isPermaLink="false">${escapeHtml(id)}</guid><title>${escapeHtml(title)}</title><link>${link}</link><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${escapeHtml(title)}</description></item>`;
}

function page({ title, text, lang, publishedAt }: NewsArticle): string {
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== '');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)} | News</title>
<meta property="og:title" content="${escapeHtml(title)}"><meta property="article:published_time" content="${publishedAt}"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${escapeHtml(title)}</h1>
${paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}</article><footer>© News</footer></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
