import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FEED_BYTES, FEEDS, ITEMS } from './feed-load.ts';

const WORDS =
  'the minister said that the navy had stopped a boat off the coast and the court heard the case'.split(' ');

/** A feed of news-like items, the same bytes every time. */
function feed(number: number, origin: string): Buffer {
  const textLength = FEED_BYTES / ITEMS - 300;
  const items = Array.from({ length: ITEMS }, (_, item) => {
    let text = '';
    for (let word = number * 7 + item; text.length < textLength; word += 1)
      text += `${WORDS[word % WORDS.length]} `;
    const at = new Date(Date.UTC(2026, 0, 1) + (number * ITEMS + item) * 60_000).toUTCString();
    return `<item><guid isPermaLink="false">feed-${number}-item-${item}</guid><title>Story ${item} of feed ${number}</title><link>${origin}/article/${number}/${item}</link><pubDate>${at}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
  });
  const head = `<title>Feed ${number}</title><link>${origin}/</link><description>Made for a benchmark</description>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${head}${items.join('\n')}</channel></rss>`,
  );
}

// In a process of its own. Everything is ready before the port is told: who asks first waits no longer.
let feeds: readonly Buffer[] = [];
const server = createServer((request, response) => {
  const number = Number(request.url?.slice(1));
  const body = feeds[number];
  const etag = `"${number}-1"`;
  if (body === undefined) response.writeHead(404).end();
  else if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  feeds = Array.from({ length: FEEDS }, (_, number) => feed(number, `http://127.0.0.1:${port}`));
  process.send?.(port);
});
process.on('disconnect', () => process.exit());
