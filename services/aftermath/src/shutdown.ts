import type { Logger } from '@aftermath/telemetry';

/** What is in hand when the program is told to stop gets this long. */
const DRAIN_MS_MAX = 8_000;

/** Aborted by the first SIGINT or SIGTERM; a second one, or a drain that takes too long, ends the process. */
export function shutdownSignal(log: Logger): AbortSignal {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(130);
    log.info({ signal: name }, 'stopping; once more to stop at once');
    controller.abort();
    setTimeout(() => {
      log.error('work in hand did not end in time; it will be taken up again at the next start');
      process.exit(1);
    }, DRAIN_MS_MAX).unref();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
