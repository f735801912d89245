import { ExtractError } from '../extract-error.ts';

const HTML_TYPES = /^(?:text\/(?:html|xml|plain)|application\/(?:xhtml\+xml|xml|octet-stream))\b/i;
const OTHER_XML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF|urlset|sitemapindex|svg|opml|Error)\b/i;
/** How files of other kinds begin; a decoder that met their bytes leaves its replacement character. */
const BINARY = /^(?:%PDF|.{0,2}PNG\r|GIF8|PK\p{Cc}|RIFF|\p{Cc}*\ufffd)/u;

/** @throws ExtractError `page-empty` or `page-not-html` */
export function requireHtml(markup: string, contentType: string | null): void {
  if (markup.trim() === '') throw new ExtractError('page-empty', 'the page has no content');
  if (contentType !== null && contentType.trim() !== '' && !HTML_TYPES.test(contentType.trim())) {
    throw new ExtractError('page-not-html', `the server says ${contentType.slice(0, 60)}, which is no HTML`);
  }
  const head = markup.slice(0, 4_096);
  if (BINARY.test(head) || OTHER_XML.test(head)) {
    throw new ExtractError('page-not-html', 'the content is a file of another kind, no HTML');
  }
  if (!/<[a-z!]/i.test(markup)) throw new ExtractError('page-not-html', 'the content has no markup');
}
