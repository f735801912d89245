import { Readable } from 'node:stream';
import { eachExportedSignal } from '@aftermath/db';
import { EXPORT_FORMATS, exportWriters, periodInstants } from '@aftermath/export';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api-context.ts';
import { nameParameter } from '../name-parameter.ts';
import { ApiProblem } from '../problems.ts';
import { requireWatch } from '../require-watch.ts';

const query = z.object({
  watch: nameParameter,
  format: z.enum(EXPORT_FORMATS),
  category: nameParameter.optional(),
  /** Local dates of the watch's zone, both included. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

/** All signals of a watch as a file, streamed. */
export async function exportRoutes(plain: FastifyInstance, { db, onError }: ApiContext): Promise<void> {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  server.get('/v1/exports', { schema: { querystring: query } }, async (request, reply) => {
    const { watch: watchId, format, category, since, until } = request.query;
    if (since !== undefined && until !== undefined && since > until)
      throw new ApiProblem(400, 'invalid-parameter', `since ${since} is after until ${until}`);
    const { definition } = await requireWatch(db, watchId);
    const signals = eachExportedSignal(db.orm, {
      watchId,
      ...(category === undefined ? {} : { category }),
      ...periodInstants({ since, until }, definition.digest.timeZone),
    });
    const { mediaType, extension, write } = exportWriters[format];
    const file = Readable.from(write(signals));
    // Too late for a problem document: the answer is cut off, and the log says why.
    file.on('error', (error) => onError(error, request.url));
    return reply
      .header('content-disposition', `attachment; filename="${watchId}${extension}"`)
      .header('cache-control', 'no-store')
      .type(mediaType)
      .send(file);
  });
}
