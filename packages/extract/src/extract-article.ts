import { type ArticleText, creditedAgencies } from '@aftermath/core';
import { ExtractError } from './extract-error.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { decodePage } from './page/decode-page.ts';
import { PAGE_BYTES_MAX } from './page/limits.ts';
import { type PageTree, parsePage } from './page/page-tree.ts';
import { refuseHome, refuseWall } from './page/refuse-wall.ts';
import { requireHtml } from './page/require-html.ts';
import { tameMarkup } from './page/tame-markup.ts';
import { findText } from './text/find-text.ts';
import { normalLine } from './text/normal-text.ts';

export interface ExtractOptions {
  /** The address the page was fetched from, after redirects. */
  readonly url: string;
  /** The address that was asked for, where redirects led to another one. */
  readonly askedUrl?: string;
  /** The Content-Type header, as received. */
  readonly contentType?: string | null;
}

/**
 * The article of a page: its text in paragraphs parted by an empty line, and what the page says of it. Times
 * are ISO 8601 UTC, or null where the page doesn't say; never now.
 *
 * @param html bytes as received (decompressed), or text already decoded
 * @throws ExtractError when the page holds no article, with the reason as its code
 */
export function extractArticle(html: Uint8Array | string, options: ExtractOptions): ArticleText {
  if (html.length > PAGE_BYTES_MAX) {
    throw new ExtractError(
      'page-too-large',
      `the page has ${html.length} bytes, more than ${PAGE_BYTES_MAX}`,
    );
  }
  const contentType = options.contentType ?? null;
  refuseHome(options.url, options.askedUrl);
  const markup = typeof html === 'string' ? html : decodePage(html, contentType);
  requireHtml(markup, contentType);
  const tamed = tameMarkup(markup);
  const page = parsePage(tamed.html);
  const metadata = readMetadata(page, tamed.jsonLd, options.url);
  const text = findText(tamed.html, metadata);
  refuseWall({ markup, titles: pageTitles(page), visible: normalLine(page.body.textContent ?? ''), text });
  if (text === '') throw new ExtractError('page-without-text', 'the page has no running text');
  const agencies = [...new Set([...metadata.agencies, ...creditedAgencies(text)])].sort();
  return { ...metadata, agencies, text };
}

function pageTitles(page: PageTree): string[] {
  return [...page.querySelectorAll('title,h1,h2')]
    .slice(0, 4)
    .map((element) => normalLine(element.textContent ?? ''));
}
