import { FeedError } from '../feed-error.ts';
import { LIMITS } from '../limits.ts';
import { resolveWebUrl } from '../model/resolve-url.ts';
import { storable } from '../model/storable.ts';
import { excerpt, Problems } from '../problems.ts';
import { decodeBytes } from '../text/decode-bytes.ts';
import { attributeOf, childNamed, childrenOrCut, textOf, type XmlElement } from '../xml/element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { OpmlDocument, OpmlFeed } from './wire.ts';

/** Of one line of text. */
const TEXT_CHARS_MAX = 500;

/**
 * Reads a list of subscriptions (OPML 1.0, 2.0), nested as it may be, as far as it goes.
 *
 * @throws FeedError when it is no OPML
 */
export function parseOpml(bytes: Uint8Array): OpmlDocument {
  if (bytes.length > LIMITS.bytesMax)
    throw new FeedError('feed-too-large', `${bytes.length} bytes; a list may have ${LIMITS.bytesMax}`);
  const problems = new Problems();
  const text = decodeBytes(bytes, null, problems);
  if (text.trim() === '') throw new FeedError('feed-empty', `${bytes.length} bytes, and nothing in them`);
  const { tops } = parseXml(text, null, problems);
  const root = tops.find(({ name }) => name === 'opml');
  if (root === undefined) throw new FeedError('feed-not-recognised', `no OPML: ${excerpt(text)}`);
  if (root.cut) problems.add('xml-truncated', 'the document ends early; the feeds before were read');
  const feeds: OpmlFeed[] = [];
  const body = childrenOrCut(root, 'body')[0] ?? root;
  for (const outline of childrenOrCut(body, 'outline')) readOutline(outline, [], feeds, problems);
  const head = childrenOrCut(root, 'head')[0];
  return storable({
    title: line(head ? textOf(childNamed(head, 'title')) : null),
    feeds,
    problems: problems.list(),
  });
}

/** Depth is bounded by the reader. */
function readOutline(
  outline: XmlElement,
  folders: readonly string[],
  feeds: OpmlFeed[],
  problems: Problems,
): void {
  if (feeds.length >= LIMITS.itemsMax) {
    problems.add('too-many-items', `more than ${LIMITS.itemsMax} feeds; the first were read`);
    return;
  }
  const title = line(attributeOf(outline, 'title')) ?? line(attributeOf(outline, 'text'));
  const written = attributeOf(outline, 'xmlurl');
  if (written !== null) {
    // Readers of old wrote feed:// for http://, or feed: before it.
    const address = written
      .trim()
      .replace(/^feed:(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'http://');
    const url = resolveWebUrl(address, null);
    if (url !== null) feeds.push(toFeed(outline, url, title, folders));
    else
      problems.add('link-unsafe', `${title ?? 'a feed'}: “${excerpt(written)}” is no http or https address`);
  }
  const inside = written === null && title !== null ? [...folders, title] : folders;
  for (const child of childrenOrCut(outline, 'outline')) readOutline(child, inside, feeds, problems);
}

function toFeed(
  outline: XmlElement,
  url: string,
  title: string | null,
  folders: readonly string[],
): OpmlFeed {
  const categories = attributeOf(outline, 'category')?.split(',') ?? [];
  return {
    url,
    title,
    siteUrl: resolveWebUrl(attributeOf(outline, 'htmlurl'), null),
    description: line(attributeOf(outline, 'description')),
    language: line(attributeOf(outline, 'language')),
    folders,
    categories: categories.flatMap((category) => line(category) ?? []).slice(0, LIMITS.listMax),
    country: line(attributeOf(outline, 'country')),
    reliability: line(attributeOf(outline, 'reliability')),
  };
}

function line(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim().slice(0, TEXT_CHARS_MAX) || null;
}
