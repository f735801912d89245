import { escapeMarkup as esc } from './escape-markup.ts';
import type { PublishedArticle } from './published-article.ts';
import type { SampleSource } from './sample-data.ts';

/** The page of an article, with the navigation, metadata and footer that pages have. */
export function renderPage(
  source: Pick<SampleSource, 'title' | 'lang'>,
  article: PublishedArticle,
  others: readonly PublishedArticle[],
): string {
  const { title, summary, author, url, paragraphs } = article;
  const published = article.publishedAt.toISOString();
  const modified = (article.updatedAt ?? article.publishedAt).toISOString();
  return `<!doctype html>
<html lang="${source.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${esc(title)} | ${esc(source.title)}</title>
<link rel="canonical" href="${esc(url)}">
<meta name="description" content="${esc(summary)}">
${author === null ? '' : `<meta name="author" content="${esc(author)}">\n`}<meta property="og:type" content="article">
<meta property="og:title" content="${esc(title)}">
<meta property="og:description" content="${esc(summary)}">
<meta property="og:url" content="${esc(url)}">
<meta property="og:site_name" content="${esc(source.title)}">
<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${modified}">
<script type="application/ld+json">${linkedData(source, article)}</script>
</head>
<body>
<header>
<p><strong>Fictional sample</strong></p>
<nav><ul><li><a href="/">${esc(source.title)}</a></li><li><a href="/#a">World</a></li><li><a href="/#b">Sport</a></li></ul></nav>
</header>
<main>
<article>
<h1>${esc(title)}</h1>
<p class="byline">${author === null ? '' : `<span rel="author">${esc(author)}</span>, `}<time datetime="${published}">${published.slice(0, 16).replace('T', ' ')} UTC</time></p>
<div class="article-body">
${paragraphs.map((paragraph) => `<p>${esc(paragraph)}</p>`).join('\n')}
</div>
</article>
</main>
<aside>
<h2>More</h2>
<ul>${others.map((other) => `<li><a href="${esc(other.url)}">${esc(other.title)}</a></li>`).join('')}</ul>
</aside>
<footer><p>Fictional sample: the countries, people and events on this page are invented.</p></footer>
</body>
</html>
`;
}

function linkedData(source: Pick<SampleSource, 'title' | 'lang'>, article: PublishedArticle): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.summary,
    inLanguage: source.lang,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    ...(article.author === null ? {} : { author: [{ '@type': 'Person', name: article.author }] }),
    publisher: { '@type': 'Organization', name: source.title },
    mainEntityOfPage: article.url,
  };
  // A script ends at the first `</`, whatever string it stands in.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
