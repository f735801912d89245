import type { FeedDocument } from '@aftermath/core';
import type { FeedContext } from '../model/context.ts';
import { adaptRss } from '../rss/adapt.ts';
import type { RdfFeed } from './wire.ts';

/** RDF Site Summary to the model. */
export function adaptRdf(feed: RdfFeed, context: FeedContext): FeedDocument {
  return adaptRss(feed, context, 'rdf');
}
