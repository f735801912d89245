import { LIMITS } from '../limits.ts';
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
import { type AtomVersion, readTextConstruct } from './text-construct.ts';
import type { AtomEntry, AtomFeed, AtomLink } from './wire.ts';

/** Of a date given twice the last one counts. */
const PUBLISHED = [
  'published',
  'issued',
  'created',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'pubdate',
];
const UPDATED = ['updated', 'modified', 'dcterms:modified'];

/** @param root `<feed>`, or a lone `<entry>` */
export function readAtom(root: XmlElement): AtomFeed {
  const version =
    root.attributes.get('version') === '0.3' || /purl\.org\/atom/.test(root.attributes.get('xmlns') ?? '')
      ? '0.3'
      : '1.0';
  const entries = root.name === 'entry' ? [root] : childrenOrCut(root, 'entry');
  return {
    id: textOf(childNamed(root, 'id')),
    title: firstText(root, version, 'title', 'dc:title'),
    links: readLinks(root),
    subtitle: firstText(
      root,
      version,
      'subtitle',
      'tagline',
      'itunes:summary',
      'itunes:subtitle',
      'dc:description',
      'description',
    ),
    language: root.lang?.trim() || textOf(childNamed(root, 'dc:language', 'language')),
    updated: [...UPDATED, 'published', 'dc:date', 'pubdate'].flatMap((name) => textsOf(root, name)),
    rhythm: readRhythm(root),
    authors: readPeople(root),
    categories: readCategories(root),
    entryCount: entries.length,
    entries: entries.slice(0, LIMITS.itemsMax).map((entry) => readEntry(entry, version)),
    base: root.base,
  };
}

function readEntry(entry: XmlElement, version: AtomVersion): AtomEntry {
  const source = childNamed(entry, 'source');
  const group = childNamed(entry, 'media:group');
  return {
    id: textOf(childNamed(entry, 'id')),
    title:
      firstText(entry, version, 'title', 'dc:title', 'media:title') ??
      (group ? firstText(group, version, 'media:title') : null),
    links: readLinks(entry),
    originalLink: textOf(childNamed(entry, 'feedburner:origlink')),
    published: PUBLISHED.flatMap((name) => textsOf(entry, name).reverse()),
    updated: UPDATED.flatMap((name) => textsOf(entry, name).reverse()),
    authors: readPeople(entry),
    sourceAuthors: source ? readPeople(source) : [],
    summary:
      firstText(entry, version, 'summary', 'description', 'dc:description', 'media:description') ??
      (group ? firstText(group, version, 'media:description') : null),
    content: firstText(entry, version, 'content', 'content:encoded', 'xhtml:body'),
    categories: readCategories(entry),
    media: [entry, ...(group ? [group] : [])]
      .flatMap((parent) => childrenNamed(parent, 'media:content'))
      .map((media) => ({
        url: attributeOf(media, 'url'),
        type: attributeOf(media, 'type'),
        length: attributeOf(media, 'filesize'),
      })),
    base: entry.base,
    cut: entry.cut,
  };
}

function firstText(element: XmlElement, version: AtomVersion, ...names: readonly string[]): Markup | null {
  for (const name of names) {
    for (const child of childrenNamed(element, name)) {
      const text = readTextConstruct(child, version);
      if (text) return text;
    }
  }
  return null;
}

function readLinks(element: XmlElement): AtomLink[] {
  return childrenNamed(element, 'link', 'atom:link').flatMap((link) => {
    const href = attributeOf(link, 'href') ?? textOf(link);
    if (!href) return [];
    const rel = (attributeOf(link, 'rel')?.trim() || 'alternate').toLowerCase();
    return {
      href,
      rel: rel.replace('http://www.iana.org/assignments/relation/', ''),
      type: attributeOf(link, 'type'),
      length: attributeOf(link, 'length'),
      base: link.base,
    };
  });
}

/** Names of the authors; an address stands in for a name. */
function readPeople(element: XmlElement): string[] {
  const people = childrenNamed(element, 'author').flatMap((person) => {
    const name =
      textOf(childNamed(person, 'name')) ??
      textOf(childNamed(person, 'email')) ??
      textOf(childNamed(person, 'uri', 'url'));
    const structured = person.children.some((child) => typeof child !== 'string');
    return name ?? (structured ? [] : (textOf(person) ?? []));
  });
  return people.length > 0 ? people : textsOf(element, 'dc:creator', 'dc:author', 'itunes:author');
}

function readCategories(entry: XmlElement): string[] {
  return [
    ...childrenNamed(entry, 'category').flatMap((category) => {
      const term = attributeOf(category, 'term')?.trim();
      return term || attributeOf(category, 'label') || textOf(category) || [];
    }),
    ...textsOf(entry, 'dc:subject', 'media:category'),
    ...textsOf(entry, 'media:keywords', 'itunes:keywords').flatMap((text) => text.split(',')),
  ];
}
