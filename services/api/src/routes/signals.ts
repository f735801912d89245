import { listSignals, type SignalFilter } from '@aftermath/db';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';

const query = z.object({
  watch: nameParameter.optional(),
  category: nameParameter.optional(),
  /** `next` of the page before. */
  cursor: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

/** Classified items with the quotes that prove them, the newest first. */
export async function signalRoutes(plain: FastifyInstance, { db }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get('/v1/signals', { schema: { querystring: query } }, async (request) => {
    const { watch, category, cursor, limit } = request.query;
    const filter: SignalFilter = {
      // One more than the page holds tells whether there is a further one.
      limit: limit + 1,
      ...(watch === undefined ? {} : { watchId: watch }),
      ...(category === undefined ? {} : { category }),
      ...(cursor === undefined ? {} : { before: cursor }),
    };
    const found = await listSignals(db.orm, filter);
    const signals = found.slice(0, limit);
    return { signals, next: found.length > limit ? (signals.at(-1)?.id ?? null) : null };
  });
}
