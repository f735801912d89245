import { countTasks, listQuarantine } from '@aftermath/db';
import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '../api-context.ts';

/** Is work flowing, and what was given up. */
export async function taskRoutes(server: FastifyInstance, { db }: ApiContext): Promise<void> {
  server.get('/v1/tasks', async () => ({ stages: await countTasks(db.orm) }));
  server.get('/v1/quarantine', async () => ({ tasks: await listQuarantine(db.orm) }));
}
