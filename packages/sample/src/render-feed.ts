import { escapeMarkup as esc } from './escape-markup.ts';
import type { PublishedArticle } from './published-article.ts';
import type { SampleSource } from './sample-data.ts';

export const FEED_FILES = {
  rss: { extension: 'xml', contentType: 'application/rss+xml; charset=utf-8' },
  atom: { extension: 'atom', contentType: 'application/atom+xml; charset=utf-8' },
  json: { extension: 'json', contentType: 'application/feed+json; charset=utf-8' },
} as const;

/** The path of a source's feed on the sample server. */
export function feedPath({ id, feed }: SampleSource): string {
  return `/feeds/${id}.${FEED_FILES[feed.format].extension}`;
}

/** The feed of a source with these articles, newest first. */
export function renderFeed(
  source: SampleSource,
  articles: readonly PublishedArticle[],
  baseUrl: string,
): string {
  const render = { rss: renderRss, atom: renderAtom, json: renderJson }[source.feed.format];
  const newest = [...articles].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
  return render(source, newest, baseUrl);
}

type Render = typeof renderFeed;

const renderRss: Render = (
  { title, lang, feed },
  articles,
  baseUrl,
) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${esc(title)}</title>
<link>${esc(baseUrl)}/</link>
<description>${esc(DESCRIPTION)}</description>
<language>${lang}</language>
${articles
  .map(
    (article) => `<item>
<title>${esc(article.title)}</title>
<link>${esc(article.url)}</link>
<guid isPermaLink="false">${guid(article)}</guid>
<pubDate>${article.publishedAt.toUTCString()}</pubDate>
${article.updatedAt === null ? '' : `<atom:updated>${article.updatedAt.toISOString()}</atom:updated>\n`}${
  article.author === null ? '' : `<dc:creator>${esc(article.author)}</dc:creator>\n`
}<description>${esc(article.summary)}</description>
${feed.body === 'full' ? `<content:encoded>${esc(html(article))}</content:encoded>\n` : ''}</item>`,
  )
  .join('\n')}
</channel>
</rss>
`;

const renderAtom: Render = (source, articles, baseUrl) => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${source.lang}">
<id>urn:fictional-sample:${source.id}</id>
<title>${esc(source.title)}</title>
<subtitle>${esc(DESCRIPTION)}</subtitle>
<link href="${esc(baseUrl)}/"/>
<link rel="self" href="${esc(baseUrl + feedPath(source))}"/>
<updated>${newestChange(articles).toISOString()}</updated>
${articles
  .map(
    (article) => `<entry>
<id>${guid(article)}</id>
<title>${esc(article.title)}</title>
<link href="${esc(article.url)}"/>
<published>${article.publishedAt.toISOString()}</published>
<updated>${changedAt(article).toISOString()}</updated>
<author><name>${esc(article.author ?? source.title)}</name></author>
<summary>${esc(article.summary)}</summary>
${source.feed.body === 'full' ? `<content type="html">${esc(html(article))}</content>\n` : ''}</entry>`,
  )
  .join('\n')}
</feed>
`;

const renderJson: Render = (source, articles, baseUrl) =>
  `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: source.title,
      description: DESCRIPTION,
      home_page_url: `${baseUrl}/`,
      feed_url: baseUrl + feedPath(source),
      language: source.lang,
      items: articles.map((article) => ({
        id: guid(article),
        url: article.url,
        title: article.title,
        summary: article.summary,
        ...(source.feed.body === 'full' ? { content_html: html(article) } : {}),
        date_published: article.publishedAt.toISOString(),
        ...(article.updatedAt === null ? {} : { date_modified: article.updatedAt.toISOString() }),
        ...(article.author === null ? {} : { authors: [{ name: article.author }] }),
      })),
    },
    null,
    2,
  )}\n`;

const DESCRIPTION = 'Fictional sample: the countries, people and events of this feed are invented.';

/** The same before and after a correction. */
function guid({ slug }: PublishedArticle): string {
  return `urn:fictional-sample:${slug}`;
}

function html({ paragraphs }: PublishedArticle): string {
  return paragraphs.map((paragraph) => `<p>${esc(paragraph)}</p>`).join('\n');
}

/** When the article last changed. */
function changedAt({ publishedAt, updatedAt }: PublishedArticle): Date {
  return updatedAt ?? publishedAt;
}

/** When any of the articles last changed; 1970 where there are none. */
export function newestChange(articles: readonly PublishedArticle[]): Date {
  return new Date(Math.max(0, ...articles.map((article) => changedAt(article).getTime())));
}
