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
  else if (outcome === 'retry' || outcome === 'lost' || 'failed' in fields) log.warn(line, what);
  else log.info(line, what);
}
