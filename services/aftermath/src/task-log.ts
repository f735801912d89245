import type { TaskEvent } from '@aftermath/pipeline';
import type { Logger, Metrics } from '@aftermath/telemetry';

/** One wide line per task, loud enough only where someone has to act, and the figures beside it. */
export function logTask(
  { stage, key, durationMs, outcome, fields }: TaskEvent,
  log: Logger,
  metrics: Metrics,
): void {
  metrics.taskFinished(stage, outcome, durationMs);
  const line = { stage, key, durationMs, outcome, ...fields };
  const what = `${stage} ${outcome}`;
  if (outcome === 'never') log.error(line, `${what}: kept in quarantine`);
  // A source that can't be read is told when its state changes and once a day, not at each look.
  else if ('notice' in fields) log.warn(line, `${what}: a source changed, or still can't be read`);
  else if (outcome === 'retry' || outcome === 'lost') log.warn(line, what);
  else log.info(line, what);
}
