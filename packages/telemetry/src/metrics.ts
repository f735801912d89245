import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How many things stand in each state: read when somebody asks, so that it is never out of date. */
const STANDING = {
  tasks: { help: 'Tasks in the table, by stage and state.', labels: ['stage', 'state'] },
  jobs: { help: 'Jobs waiting or active in the queue, by stage.', labels: ['stage'] },
  sources: { help: 'Sources, by state.', labels: ['state'] },
  deliveries: { help: 'Deliveries, by state.', labels: ['state'] },
} as const;

type Standing = keyof typeof STANDING;

/** Labels in the order that the figure has them, and how many. */
export interface StandingFigure {
  readonly labels: readonly string[];
  readonly count: number;
}

export interface Metrics {
  /** Counts a task that ended, and how long it took. */
  taskFinished(stage: string, outcome: string, durationMs: number): void;
  /** Says where a figure is read from; while that fails, the figure is left out and the others are given. */
  readStanding(figure: Standing, read: () => Promise<readonly StandingFigure[]>): void;
  /** All of it, in Prometheus' text format. */
  text(): Promise<string>;
}

/** A registry of its own: two in one process don't share figures. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
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
  return {
    taskFinished(stage, outcome, durationMs) {
      finished.inc({ stage, outcome });
      duration.observe({ stage }, durationMs / 1_000);
    },
    readStanding(figure, read) {
      const { help, labels } = STANDING[figure];
      new Gauge({
        name: `aftermath_${figure}`,
        help,
        labelNames: labels,
        registers,
        async collect() {
          const figures = await read().catch(() => []);
          this.reset();
          for (const { labels: values, count } of figures) this.labels(...values).set(count);
        },
      });
    },
    text: () => registry.metrics(),
  };
}
