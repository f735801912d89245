import { type Logger as PinoLogger, pino } from 'pino';
import { censor } from './censor.ts';
import { prettyStream } from './pretty.ts';

export type Logger = PinoLogger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LoggerOptions {
  readonly level: LogLevel;
  /** One short readable line each, for a terminal, instead of JSON. */
  readonly pretty?: boolean;
  /** Where lines go; the standard error when not given. */
  readonly out?: { write(line: string): void };
}

/** A logger of JSON lines, secrets taken out. */
export function createLogger({ level, pretty = false, out }: LoggerOptions): Logger {
  const lines = out ?? (pretty ? process.stderr : pino.destination({ dest: 2, sync: true }));
  const sink = pretty ? prettyStream(lines) : lines;
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    { write: (line) => void sink.write(censor(line)) },
  );
}

/** An error as a line needs it. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code,
    message: error.message,
    cause: error.cause instanceof Error ? error.cause.message : undefined,
    stack: error.stack,
  };
}
