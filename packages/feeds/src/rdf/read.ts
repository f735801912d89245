import { readChannel } from '../rss/read.ts';
import { childrenOrCut, type XmlElement } from '../xml/element.ts';
import type { RdfFeed } from './wire.ts';

/** @param root `<rdf:RDF>`, or RSS 1.1's `<Channel>` */
export function readRdf(root: XmlElement): RdfFeed {
  const channel = childrenOrCut(root, 'channel')[0] ?? root;
  const beside = childrenOrCut(root, 'item');
  const inside = channel === root ? [] : childrenOrCut(channel, 'item');
  const listed = childrenOrCut(channel, 'items').flatMap((items) => childrenOrCut(items, 'item'));
  return readChannel(channel, [...beside, ...inside, ...listed]);
}
