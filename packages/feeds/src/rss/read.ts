import { decodeHTMLAttribute } from 'entities';
import { LIMITS } from '../limits.ts';
import type { EnclosureDraft } from '../model/build-item.ts';
import type { Markup } from '../model/markup.ts';
import {
  attributeOf,
  childNamed,
  childrenNamed,
  childrenOrCut,
  textOf,
  textsOf,
  type XmlElement,
} from '../xml/element.ts';
import { readRhythm } from '../xml/read-rhythm.ts';
import { htmlOf } from '../xml/text-construct.ts';
import type { RssFeed, RssItem } from './wire.ts';

/** Of a date given twice the last one counts. */
const PUBLISHED = [
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'atom:published',
  'published',
  'date',
];
const UPDATED = ['dcterms:modified', 'atom:updated', 'updated'];
const AUTHORS = ['author', 'dc:creator', 'dc:author', 'atom:author', 'itunes:author'];
const CONTENT = ['content:encoded', 'xhtml:body', 'body', 'fullitem', 'xhtml:div', 'atom:content', 'content'];

/** @param root `<rss>`, or a bare `<channel>` */
export function readRss(root: XmlElement): RssFeed {
  const channel = root.name === 'channel' ? root : (childrenOrCut(root, 'channel')[0] ?? root);
  const items = [...childrenOrCut(channel, 'item'), ...(channel === root ? [] : childrenOrCut(root, 'item'))];
  return readChannel(channel, items);
}

export function readChannel(channel: XmlElement, items: readonly XmlElement[]): RssFeed {
  return {
    title: readTitle(channel),
    links: [
      ...textsOf(channel, 'link'),
      ...atomLinks(channel, 'alternate'),
      ...[attributeOf(channel, 'href') ?? []].flat(),
    ],
    selfLink: atomLinks(channel, 'self')[0] ?? null,
    description: htmlOf(
      childNamed(
        channel,
        'description',
        'dc:description',
        'atom:subtitle',
        'itunes:summary',
        'itunes:subtitle',
      ),
    ),
    language: textOf(childNamed(channel, 'language', 'dc:language')) ?? channel.lang,
    updated: [
      ...textsOf(channel, 'lastbuilddate'),
      ...textsOf(channel, 'pubdate'),
      ...textsOf(channel, 'dc:date', ...UPDATED, 'dcterms:issued'),
      ...[attributeOf(channel, 'lastmod') ?? []].flat(),
    ],
    rhythm: readRhythm(channel),
    authors: readAuthors(channel, ['dc:creator', 'dc:author', 'itunes:author', 'atom:author']),
    categories: readCategories(channel),
    items: items.slice(0, LIMITS.itemsMax).map(readItem),
    itemCount: items.length,
    base: channel.base,
  };
}

function readItem(item: XmlElement): RssItem {
  const guid = childNamed(item, 'guid');
  const guidText = textOf(guid);
  return {
    title: readTitle(item),
    links: [...textsOf(item, 'link'), ...atomLinks(item, 'alternate'), ...hrefLinks(item)],
    originalLink: textOf(childNamed(item, 'feedburner:origlink')),
    guid:
      guid && guidText
        ? { value: guidText, permaLink: attributeOf(guid, 'ispermalink')?.trim().toLowerCase() !== 'false' }
        : null,
    about:
      item.attributes.get('rdf:about') ??
      attributeOf(item, 'about') ??
      textOf(childNamed(item, 'dc:identifier', 'atom:id')),
    published: PUBLISHED.flatMap((name) => textsOf(item, name).reverse()),
    updated: UPDATED.flatMap((name) => textsOf(item, name).reverse()),
    authors: readAuthors(item, AUTHORS),
    description:
      firstHtml(item, [
        'description',
        'dc:description',
        'atom:summary',
        'summary',
        'media:description',
        'itunes:summary',
        'itunes:subtitle',
      ]) ?? groupDescription(item),
    content: firstHtml(item, CONTENT) ?? summaryBeside(item),
    categories: readCategories(item),
    enclosures: readEnclosures(item),
    base: item.base,
    cut: item.cut,
  };
}

/** RSS titles are text; many publishers escape them twice, but `?a=1&copy=2` is none. One with tags stays as it is. */
function readTitle(element: XmlElement): Markup | null {
  const title = firstHtml(element, ['title', 'dc:title', 'atom:title', 'media:title']);
  return title && !/<[/!a-z]/i.test(title.value)
    ? { ...title, html: false, value: decodeHTMLAttribute(title.value) }
    : title;
}

function firstHtml(element: XmlElement, names: readonly string[]): Markup | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const html = htmlOf(child);
      if (html) return html;
    }
  }
  return null;
}

/** `summary` beside `description` is the longer of the two texts. */
function summaryBeside(item: XmlElement): Markup | null {
  return childNamed(item, 'description') ? htmlOf(childNamed(item, 'summary')) : null;
}

function groupDescription(item: XmlElement): Markup | null {
  const group = childNamed(item, 'media:group');
  return group ? htmlOf(childNamed(group, 'media:description')) : null;
}

function readAuthors(element: XmlElement, names: readonly string[]): string[] {
  for (const name of names) {
    const found = childrenNamed(element, name).flatMap((author) => {
      const structured = textOf(childNamed(author, 'name', 'atom:name', 'email', 'atom:email'));
      return structured ?? textOf(author) ?? [];
    });
    if (found.length > 0) return found;
  }
  return [];
}

function atomLinks(element: XmlElement, rel: string): string[] {
  return childrenNamed(element, 'atom:link')
    .filter((link) => (attributeOf(link, 'rel') ?? 'alternate').toLowerCase() === rel)
    .flatMap((link) => attributeOf(link, 'href') ?? []);
}

function hrefLinks(item: XmlElement): string[] {
  return childrenNamed(item, 'link').flatMap((link) =>
    textOf(link) ? [] : (attributeOf(link, 'href') ?? attributeOf(link, 'resource') ?? []),
  );
}

function readCategories(element: XmlElement): string[] {
  return [
    ...readTags(element),
    ...textsOf(element, 'category', 'dc:subject', 'media:category'),
    ...itunesCategories(element),
  ];
}

function readTags(item: XmlElement): string[] {
  return textsOf(item, 'tags', 'itunes:keywords', 'media:keywords').flatMap((text) => text.split(','));
}

function itunesCategories(item: XmlElement): string[] {
  return childrenNamed(item, 'itunes:category').flatMap((category) => [
    ...[attributeOf(category, 'text') ?? []].flat(),
    ...itunesCategories(category),
  ]);
}

function readEnclosures(item: XmlElement): EnclosureDraft[] {
  const groups = childrenNamed(item, 'media:group');
  const media = [item, ...groups].flatMap((parent) => childrenNamed(parent, 'media:content'));
  const original = textOf(childNamed(item, 'feedburner:origenclosurelink'));
  return [
    ...childrenNamed(item, 'enclosure').map((element, index) => ({
      url: (index === 0 ? original : null) ?? attributeOf(element, 'url') ?? attributeOf(element, 'href'),
      type: attributeOf(element, 'type'),
      length: attributeOf(element, 'length'),
    })),
    ...media.map((element) => ({
      url: attributeOf(element, 'url'),
      type: attributeOf(element, 'type') ?? mediumType(attributeOf(element, 'medium')),
      length: attributeOf(element, 'filesize'),
    })),
    ...[item, ...groups]
      .flatMap((parent) => childrenNamed(parent, 'media:thumbnail'))
      .map((element) => ({ url: attributeOf(element, 'url'), type: 'image/*', length: null })),
    ...childrenNamed(item, 'atom:link')
      .filter((link) => attributeOf(link, 'rel') === 'enclosure')
      .map((link) => ({
        url: attributeOf(link, 'href'),
        type: attributeOf(link, 'type'),
        length: attributeOf(link, 'length'),
      })),
  ];
}

function mediumType(medium: string | null): string | null {
  return medium && /^(?:image|audio|video)$/.test(medium) ? `${medium}/*` : null;
}
