import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { ApiContext } from './api-context.ts';
import { answerProblems, sendProblem } from './problems.ts';
import { editionRoutes } from './routes/editions.ts';
import { exportRoutes } from './routes/exports.ts';
import { feedRoutes } from './routes/feeds.ts';
import { healthRoutes } from './routes/health.ts';
import { signalRoutes } from './routes/signals.ts';
import { sourceRoutes } from './routes/sources.ts';
import { taskRoutes } from './routes/tasks.ts';
import { unsubscribeRoutes } from './routes/unsubscribe.ts';
import { watchRoutes } from './routes/watches.ts';
import { addSecurityHeaders, guardRequests } from './security.ts';

/** The HTTP API and the dashboard's files, not yet listening. */
export async function createServer(context: ApiContext): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // An address that can't be decoded is refused before any hook runs.
    frameworkErrors: (error, _request, reply) => {
      addSecurityHeaders(reply);
      sendProblem(error, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  guardRequests(server, context.hostNames);
  answerProblems(server, context.onError);
  for (const routes of [
    healthRoutes,
    watchRoutes,
    sourceRoutes,
    signalRoutes,
    editionRoutes,
    feedRoutes,
    exportRoutes,
    taskRoutes,
    unsubscribeRoutes,
  ])
    await server.register(routes, context);
  if (existsSync(context.webDir)) await server.register(fastifyStatic, { root: context.webDir });
  await server.ready();
  return server;
}
