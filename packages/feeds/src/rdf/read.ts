import { readChannel } from '../rss/read.ts';
import type { XmlElement } from '../xml/element.ts';
import type { RdfFeed } from './wire.ts';

/** @param root `<rdf:RDF>`, or RSS 1.1's `<Channel>` */
export function readRdf(root: XmlElement): RdfFeed {
  const channel = childrenOf(root, 'channel')[0] ?? root;
  const beside = childrenOf(root, 'item');
  const inside = channel === root ? [] : childrenOf(channel, 'item');
  const listed = childrenOf(channel, 'items').flatMap((items) => childrenOf(items, 'item'));
  return readChannel(channel, [...beside, ...inside, ...listed]);
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}
