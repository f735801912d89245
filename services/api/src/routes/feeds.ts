import { contentHash, newestEditions, newestSignals } from '@aftermath/db';
import { atomOf, editionFeed, type FeedPlace, jsonFeedOf, signalFeed } from '@aftermath/export';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';
import { requireWatch } from '../require-watch.ts';

const params = z.object({ id: nameParameter });

/** Entries of a feed: readers look several times a day. */
const SIGNALS_MAX = 100;
const EDITIONS_MAX = 14;

const FORMATS = [
  { extension: 'atom', mediaType: 'application/atom+xml; charset=utf-8', write: atomOf },
  { extension: 'json', mediaType: 'application/feed+json; charset=utf-8', write: jsonFeedOf },
] as const;

/** Signals and digests of a watch for feed readers, the newest first. */
export async function feedRoutes(plain: FastifyInstance, { db, publicUrl }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  const watchOf = async (watchId: string) => {
    const { id, title, createdAt, definition } = await requireWatch(db, watchId);
    return { id, title, createdAt: createdAt.toISOString(), categories: definition.categories };
  };
  const feeds = {
    signals: async (id: string, place: FeedPlace) =>
      signalFeed(await watchOf(id), await newestSignals(db.orm, { watchId: id }, SIGNALS_MAX), place),
    editions: async (id: string, place: FeedPlace) => {
      const editions = await newestEditions(db.orm, id, EDITIONS_MAX);
      const fed = editions.map((edition) => ({ ...edition, builtAt: edition.builtAt.toISOString() }));
      return editionFeed(await watchOf(id), fed, place);
    },
  };

  for (const [name, read] of Object.entries(feeds))
    for (const { extension, mediaType, write } of FORMATS)
      server.get(`/v1/watches/:id/${name}.${extension}`, { schema: { params } }, async (request, reply) => {
        const selfUrl = `${publicUrl}/v1/watches/${encodeURIComponent(request.params.id)}/${name}.${extension}`;
        const body = write(await read(request.params.id, { publicUrl, selfUrl }));
        const etag = `"${contentHash(body)}"`;
        void reply.header('etag', etag).header('cache-control', 'no-cache');
        if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
        return reply.type(mediaType).send(body);
      });
}
