import type { FeedFormat } from '@aftermath/core';
import type { Problems } from '../problems.ts';
import type { XmlElement } from './element.ts';

export interface FeedRoot {
  readonly format: FeedFormat;
  readonly element: XmlElement;
}

const FORMAT_BY_NAME: ReadonlyMap<string, FeedFormat> = new Map([
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf:rdf', 'rdf'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap'],
]);

/** How far below the top a feed may start: behind a warning some server printed first, for instance. */
const DEPTH_MAX = 3;

/** The element that is the feed: at the top, or not far below something that doesn't belong there. */
export function findRoot(tops: readonly XmlElement[], problems: Problems): FeedRoot | null {
  const [first] = tops;
  if (first?.name === 'html' || first?.name === 'xhtml:html') return null;
  let level: readonly XmlElement[] = tops.slice(0, 100);
  for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
    for (const element of level) {
      const format = formatOf(element);
      if (!format) continue;
      if (element !== first)
        problems.add('xml-before-root', `<${first?.tag ?? ''}> stands before the feed; it was skipped`);
      return { format, element };
    }
    level = level.flatMap((element) =>
      element.children.filter((child): child is XmlElement => typeof child !== 'string').slice(0, 100),
    );
  }
  return null;
}

function formatOf(element: XmlElement): FeedFormat | undefined {
  // RSS 1.1 has the channel itself at the top, with the items in a list.
  const format =
    FORMAT_BY_NAME.get(element.name) ?? FORMAT_BY_NAME.get(element.name.replace(/^(?:atom|unknown):/, ''));
  const listed =
    element.name === 'channel' &&
    element.children.some((child) => typeof child !== 'string' && child.name === 'items');
  return listed ? 'rdf' : format;
}
