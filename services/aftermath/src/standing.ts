import { countDeliveries, countTasks, type Database, sourceHealth } from '@aftermath/db';
import { type JobQueue, STAGES } from '@aftermath/pipeline';
import type { Metrics } from '@aftermath/telemetry';

/** Says where the metrics read how many tasks, jobs, sources and deliveries stand in each state. */
export function readStanding(metrics: Metrics, { orm }: Database, queue: JobQueue): void {
  metrics.readStanding('tasks', async () =>
    (await countTasks(orm)).map(({ stage, state, tasks }) => ({ labels: [stage, state], count: tasks })),
  );
  metrics.readStanding('jobs', () =>
    Promise.all(STAGES.map(async (stage) => ({ labels: [stage], count: await queue.depth(stage) }))),
  );
  metrics.readStanding('sources', async () => {
    const counts = new Map<string, number>();
    for (const { state } of await sourceHealth(orm)) counts.set(state, (counts.get(state) ?? 0) + 1);
    return [...counts].map(([state, count]) => ({ labels: [state], count }));
  });
  metrics.readStanding('deliveries', async () =>
    (await countDeliveries(orm)).map(({ state, deliveries }) => ({ labels: [state], count: deliveries })),
  );
}
