import { listWatches, type WatchRow, watchesWithSignals } from '@aftermath/db';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';
import { requireWatch } from '../require-watch.ts';

/** What is watched, and how it is defined. */
export async function watchRoutes(plain: FastifyInstance, { db }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get('/v1/watches', async () => {
    const [watches, withSignals] = await Promise.all([listWatches(db.orm), watchesWithSignals(db.orm)]);
    return {
      watches: watches.map((watch) => ({ ...summary(watch), hasSignals: withSignals.has(watch.id) })),
    };
  });
  server.get('/v1/watches/:id', { schema: { params: z.object({ id: nameParameter }) } }, async (request) => {
    const watch = await requireWatch(db, request.params.id);
    return { ...summary(watch), definition: watch.definition };
  });
}

function summary(watch: WatchRow) {
  const { event, categories, digest } = watch.definition;
  return {
    id: watch.id,
    title: watch.title,
    sample: watch.sample,
    event,
    categories: categories.map(({ id, title, description }) => ({ id, title, description })),
    digest: { time: digest.time, timeZone: digest.timeZone, recipients: digest.recipients.length },
    createdAt: watch.createdAt,
  };
}
