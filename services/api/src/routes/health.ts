import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiProblem } from '../problems.ts';

/** Alive: the process answers. Ready: it can do its work. */
export async function healthRoutes(server: FastifyInstance, context: ApiContext): Promise<void> {
  server.get('/livez', () => ({ status: 'ok' }));
  server.get('/readyz', async () => {
    await context.checkReady().catch((error: unknown) => {
      throw new ApiProblem(503, 'not-ready', error instanceof Error ? error.message : String(error));
    });
    return { status: 'ok' };
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await context.metrics()),
  );
}
