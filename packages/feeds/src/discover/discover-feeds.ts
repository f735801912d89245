import { decodeHTMLAttribute } from 'entities';
import { resolveWebUrl } from '../model/resolve-url.ts';
import { Problems } from '../problems.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { plainText } from '../text/plain-text.ts';
import { type TagAttribute, tokenize } from '../xml/tokenize.ts';
import type { FeedCandidate } from './candidate.ts';

/** `application/json` alone is left out: WordPress says it of an interface for programs. */
const FEED_TYPES =
  /^(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|(?:application|text)\/(?:xml|rss|atom))$/;
const FEED_PATH =
  /\/(?:rss|feeds?|atom)(?:[./]|$)|[-_](?:rss|feed|atom)\.(?:xml|php|aspx?)$|\.(?:rss|rdf|atom)$|[?&](?:feed=(?:rss2?|atom|rdf)|format=(?:feed|rss|atom))\b/i;
const COMMENTS = /comment|comentario|comentários/i;
const CANDIDATES_MAX = 100;
const HTML_CHARS_MAX = 4 * 1024 * 1024;

/**
 * The feeds a page speaks of, the likeliest first: those its head declares, then links to its own site that look
 * like one; feeds of comments come last of each.
 *
 * @param page as it was got from `url`
 */
export function discoverFeeds(
  page: Uint8Array,
  { url, contentType = null }: { readonly url: string; readonly contentType?: string | null },
): FeedCandidate[] {
  const html = decodeBytes(page, contentType, new Problems());
  const links: { readonly attributes: ReadonlyMap<string, string>; readonly tag: string; text: string }[] =
    [];
  let base = url;
  let open: { text: string } | null = null;
  tokenize(html.slice(0, HTML_CHARS_MAX), false, {
    open(tag, attributes) {
      const name = tag.toLowerCase();
      if (name === 'base') base = resolveWebUrl(read(attributes).get('href') ?? null, url) ?? base;
      if (name !== 'link' && name !== 'a') return;
      const link = { tag: name, attributes: read(attributes), text: '' };
      if (name === 'a') open = link;
      if (link.attributes.has('href')) links.push(link);
    },
    close(tag) {
      if (tag.toLowerCase() === 'a') open = null;
    },
    text(text) {
      if (open !== null && open.text.length < 500) open.text += text;
    },
  });
  const candidates = links.flatMap(({ tag, attributes, text }): FeedCandidate[] => {
    const address = resolveWebUrl(attributes.get('href') ?? null, base);
    if (address === null || address === url) return [];
    if (tag === 'link')
      return declares(attributes)
        ? [{ url: address, title: attributes.get('title')?.trim() || null, found: 'declared' }]
        : [];
    const looksLikeOne = isOwn(address, url) && FEED_PATH.test(pathOf(address));
    return looksLikeOne ? [{ url: address, title: plainText(text) || null, found: 'linked' }] : [];
  });
  return inOrder(candidates);
}

function read(attributes: readonly TagAttribute[]): Map<string, string> {
  return new Map(attributes.map(({ name, raw }) => [name.toLowerCase(), decodeHTMLAttribute(raw)]));
}

function declares(attributes: ReadonlyMap<string, string>): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return (rel.includes('alternate') && FEED_TYPES.test(type)) || rel.includes('feed');
}

/** Of the same site, or of the services that publishers give their feeds to. */
function isOwn(address: string, url: string): boolean {
  const host = new URL(address).hostname;
  const site = new URL(url).hostname.replace(/^www\./, '');
  return host === site || host.endsWith(`.${site}`) || /(?:^|\.)feedburner\.com$|^feedpress\.me$/.test(host);
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

function inOrder(candidates: readonly FeedCandidate[]): FeedCandidate[] {
  const rank = ({ found, url, title }: FeedCandidate): number =>
    (found === 'declared' ? 0 : 2) + (COMMENTS.test(`${url} ${title ?? ''}`) ? 1 : 0);
  const byUrl = new Map<string, FeedCandidate>();
  for (const candidate of [...candidates].sort((a, b) => rank(a) - rank(b)))
    if (!byUrl.has(candidate.url)) byUrl.set(candidate.url, candidate);
  return [...byUrl.values()].slice(0, CANDIDATES_MAX);
}
