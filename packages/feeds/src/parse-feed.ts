import type { FeedDocument } from '@aftermath/core';
import { adaptAtom } from './atom/adapt.ts';
import { readAtom } from './atom/read.ts';
import { FeedError } from './feed-error.ts';
import { adaptJson } from './json/adapt.ts';
import { readJson } from './json/read.ts';
import { LIMITS } from './limits.ts';
import type { FeedContext } from './model/context.ts';
import { storable } from './model/storable.ts';
import { excerpt, Problems } from './problems.ts';
import { adaptRdf } from './rdf/adapt.ts';
import { readRdf } from './rdf/read.ts';
import { adaptRss } from './rss/adapt.ts';
import { readRss } from './rss/read.ts';
import { adaptSitemap } from './sitemap/adapt.ts';
import { readSitemap } from './sitemap/read.ts';
import { decodeBytes } from './text/decode-bytes.ts';
import { plainText } from './text/plain-text.ts';
import { findRoot } from './xml/find-root.ts';
import { parseXml } from './xml/parse-xml.ts';

export interface ParseFeedOptions {
  /** Where the bytes came from, after redirects: the base of relative addresses. */
  readonly url?: string | null;
  /** The Content-Type header, as received. */
  readonly contentType?: string | null;
  /** ISO 8601: later dates are flagged as future ones. Absent: none is, since this package has no clock. */
  readonly now?: string | null;
  /** The language the source is known to write in, for feeds that don't say: it decides how `03/04/2024` is read. */
  readonly language?: string | null;
}

/**
 * Reads a feed of any format it comes in: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, JSON Feed 1.x, sitemaps and
 * indexes of them. Broken ones are
 * read as far as they go, with what was wrong in `problems`; `isWhole` tells whether the end was there.
 *
 * @throws FeedError when the bytes are no feed; its code and message say what they are
 */
export function parseFeed(bytes: Uint8Array, options: ParseFeedOptions = {}): FeedDocument {
  if (bytes.length > LIMITS.bytesMax) {
    throw new FeedError('feed-too-large', `${bytes.length} bytes; a feed may have ${LIMITS.bytesMax}`);
  }
  const problems = new Problems();
  const text = decodeBytes(bytes, options.contentType ?? null, problems);
  if (text.trim() === '') throw new FeedError('feed-empty', `${bytes.length} bytes, and nothing in them`);
  const context = contextOf(options, problems);
  return storable(/^\s*[{[]/.test(text) ? parseJsonText(text, context) : parseXmlText(text, context));
}

/** What adapters know beyond the wire. */
export function contextOf(options: ParseFeedOptions, problems: Problems): FeedContext {
  return {
    url: options.url ?? null,
    now: options.now ?? null,
    language: options.language ?? null,
    problems,
  };
}

function parseJsonText(text: string, context: FeedContext): FeedDocument {
  if (text.length > LIMITS.jsonCharsMax)
    throw new FeedError(
      'feed-too-large',
      `${text.length} characters; a JSON Feed may have ${LIMITS.jsonCharsMax}`,
    );
  const feed = readJson(text, context.problems);
  if (!feed) throw new FeedError('feed-not-recognised', `JSON, but no JSON Feed: ${excerpt(text)}`);
  return adaptJson(feed, context);
}

function parseXmlText(text: string, context: FeedContext): FeedDocument {
  const { tops, openTags } = parseXml(text, context.url, context.problems);
  const root = findRoot(tops, context.problems);
  if (root?.element.cut) {
    context.problems.add('xml-truncated', `the document ends inside <${excerpt(openTags.join('><'))}>`);
  }
  switch (root?.format) {
    case 'rss':
      return adaptRss(readRss(root.element), context);
    case 'rdf':
      return adaptRdf(readRdf(root.element), context);
    case 'sitemap':
      return adaptSitemap(readSitemap(root.element), context);
    case 'atom':
      return adaptAtom(readAtom(root.element), context);
    default:
      throw noFeed(text, tops[0]?.tag);
  }
}

function noFeed(text: string, tag: string | undefined): FeedError {
  const head = text.slice(0, 20_000);
  if (
    /^\s*(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html[\s>])/i.test(head) ||
    tag?.toLowerCase() === 'html'
  ) {
    const title = plainText(/<title[^>]*>([^<]*)/i.exec(head)?.[1] ?? '');
    return new FeedError(
      'feed-is-html',
      `a web page${title ? ` titled “${excerpt(title)}”` : ''}, not a feed`,
    );
  }
  const got =
    tag === undefined ? `text starting with “${excerpt(text)}”` : `XML whose root is <${excerpt(tag)}>`;
  return new FeedError('feed-not-recognised', `${got}; neither RSS, Atom, JSON Feed nor a sitemap`);
}
