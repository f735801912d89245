import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiProblem } from '../problems.ts';

/** Alive: the process answers. Ready: it can do its work. */
export async function healthRoutes(server: FastifyInstance, context: ApiContext): Promise<void> {
  server.get('/livez', () => ({ status: 'ok' }));
  server.get('/readyz', async () => {
    const { ok, checks } = await context.health();
    if (ok) return { status: 'ok' };
    const failed = Object.entries(checks).filter(([, failure]) => failure !== null);
    throw new ApiProblem(503, 'not-ready', failed.map(([name, failure]) => `${name}: ${failure}`).join('; '));
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(await context.metrics()),
  );
}
