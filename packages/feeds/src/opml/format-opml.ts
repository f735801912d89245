import { storable } from '../model/storable.ts';
import { escapeAttribute } from '../xml/markup.ts';
import type { OpmlFeed } from './wire.ts';

/** Country and reliability have no words of their own in OPML 2.0, which leaves such to namespaces. */
const NAMESPACE = 'urn:aftermath:source';

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly feeds: OpmlFeed[];
}

/** A list of subscriptions as OPML 2.0, which any reader of feeds imports, and `parseOpml` reads back as it was. */
export function formatOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const top: Folder = { folders: new Map(), feeds: [] };
  for (const feed of storable(feeds)) folderAt(top, feed.folders).feeds.push(feed);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:aftermath="${NAMESPACE}">`,
    `  <head><title>${escapeAttribute(storable(title))}</title></head>`,
    '  <body>',
    ...folderLines(top, '    '),
    '  </body>',
    '</opml>',
  ].join('\n')}\n`;
}

function folderAt(top: Folder, names: readonly string[]): Folder {
  return names.reduce((folder, name) => {
    const inner = folder.folders.get(name) ?? { folders: new Map(), feeds: [] };
    folder.folders.set(name, inner);
    return inner;
  }, top);
}

function folderLines(folder: Folder, indent: string): string[] {
  return [
    ...folder.feeds.map((feed) => indent + feedLine(feed)),
    ...[...folder.folders].flatMap(([name, inner]) => [
      `${indent}<outline text="${escapeAttribute(name)}">`,
      ...folderLines(inner, `${indent}  `),
      `${indent}</outline>`,
    ]),
  ];
}

function feedLine(feed: OpmlFeed): string {
  const title = feed.title ?? feed.url;
  const attributes: readonly (readonly [string, string | null])[] = [
    ['type', 'rss'],
    ['text', title],
    ['title', title],
    ['xmlUrl', feed.url],
    ['htmlUrl', feed.siteUrl],
    ['description', feed.description],
    ['language', feed.language],
    ['category', feed.categories.join(',') || null],
    ['aftermath:country', feed.country],
    ['aftermath:reliability', feed.reliability],
  ];
  const written = attributes.flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${escapeAttribute(value)}"`],
  );
  return `<outline${written.join('')}/>`;
}
