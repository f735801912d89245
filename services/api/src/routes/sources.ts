import { sourceHealth } from '@aftermath/db';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';

/** How the sources are doing. */
export async function sourceRoutes(plain: FastifyInstance, { db }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get(
    '/v1/sources',
    { schema: { querystring: z.object({ watch: nameParameter.optional() }) } },
    async (request) => ({ sources: await sourceHealth(db.orm, request.query.watch) }),
  );
}
