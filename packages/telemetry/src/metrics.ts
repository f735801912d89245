import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Counts a task that ended, and how long it took. */
  taskFinished(stage: string, outcome: string, durationMs: number): void;
  /** Sets how many tasks stand in a state. */
  tasksStanding(stage: string, state: string, tasks: number): void;
  /** All of it, in Prometheus' text format. */
  text(): Promise<string>;
}

/** A registry of its own: two in one process don't share figures. */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  if (registry === undefined) throw new Error('no registry');
  collectDefaultMetrics({ register: registry });
  const finished = new Counter({
    name: 'aftermath_tasks_finished_total',
    help: 'Tasks that ended, by stage and outcome (done, retry, later, never, lost).',
    labelNames: ['stage', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'aftermath_task_duration_seconds',
    help: 'How long a task took, by stage.',
    labelNames: ['stage'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers,
  });
  const standing = new Gauge({
    name: 'aftermath_tasks',
    help: 'Tasks in the table, by stage and state (due, done, quarantined).',
    labelNames: ['stage', 'state'],
    registers,
  });
  return {
    taskFinished(stage, outcome, durationMs) {
      finished.inc({ stage, outcome });
      duration.observe({ stage }, durationMs / 1_000);
    },
    tasksStanding: (stage, state, tasks) => standing.set({ stage, state }, tasks),
    text: () => registry.metrics(),
  };
}
