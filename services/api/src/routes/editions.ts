import { findEdition, listDeliveries, listEditions } from '@aftermath/db';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';
import { ApiProblem } from '../problems.ts';

const params = z.object({ id: z.coerce.number().int().positive() });

/** Digests as they went out. */
export async function editionRoutes(plain: FastifyInstance, { db }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();

  const editionOf = async (id: number) => {
    const edition = await findEdition(db.orm, { id });
    if (edition === null) throw new ApiProblem(404, 'edition-not-found', `There is no edition ${id}.`);
    return edition;
  };

  server.get(
    '/v1/editions',
    { schema: { querystring: z.object({ watch: nameParameter.optional() }) } },
    async (request) => ({ editions: await listEditions(db.orm, request.query.watch) }),
  );
  server.get('/v1/editions/:id', { schema: { params } }, async (request) => {
    const { id, watchId, date, subject, templateVersion, builtAt, json } = await editionOf(request.params.id);
    const deliveries = await listDeliveries(db.orm, id);
    return {
      id,
      watchId,
      date,
      subject,
      templateVersion,
      builtAt,
      deliveries,
      document: JSON.parse(json) as unknown,
    };
  });
  server.get('/v1/editions/:id/html', { schema: { params } }, async (request, reply) => {
    const { html } = await editionOf(request.params.id);
    // The mail as sent, styles inline, in a page that can run nothing.
    return reply
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups; frame-ancestors 'self'",
      )
      .type('text/html; charset=utf-8')
      .send(html);
  });
  server.get('/v1/editions/:id/text', { schema: { params } }, async (request, reply) => {
    const { text } = await editionOf(request.params.id);
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}
