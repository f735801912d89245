import { type Logger as PinoLogger, pino } from 'pino';
import { prettyStream } from './pretty.ts';

export type Logger = PinoLogger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Names whose values never reach a log. */
const SECRET = [
  'password',
  'pass',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
  'connectionString',
];

/** A logger to the standard error: JSON lines for machines, or one readable line each for a terminal. */
export function createLogger(options: { readonly level: LogLevel; readonly pretty?: boolean }): Logger {
  const paths = SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[secret]' },
      serializers: { err: describeError },
      hooks: {
        logMethod(args, method) {
          method.apply(
            this,
            args.map((arg) => (typeof arg === 'string' ? withoutPasswords(arg) : arg)) as typeof args,
          );
        },
      },
    },
    options.pretty ? prettyStream(process.stderr) : pino.destination({ dest: 2, sync: true }),
  );
}

/** An error as a line needs it; the stack only where the error is no one's fault but ours. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const cause = error.cause instanceof Error ? withoutPasswords(error.cause.message) : undefined;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    code,
    message: withoutPasswords(error.message),
    cause,
    stack: withoutPasswords(error.stack ?? ''),
  };
}

/** `postgres://user:secret@host` becomes `postgres://user:[secret]@host`. */
function withoutPasswords(text: string): string {
  return text.replaceAll(/(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/]{0,200}):[^\s@/]{1,500}@/gi, '$1:[secret]@');
}
