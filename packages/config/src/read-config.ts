import path from 'node:path';
import type { Environment } from './environment.ts';
import { readEnvironment } from './read-environment.ts';
import { ROLES, type Role } from './roles.ts';
import { smtpUrl } from './smtp-url.ts';

export interface MailConfig {
  /** `smtp://user:password@host:port`; null: digests are written to the outbox folder. */
  readonly smtp: string | null;
  readonly outboxDir: string;
  readonly from: string;
}

export interface Config {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly roles: readonly Role[];
  readonly publicUrl: string;
  readonly userAgent: string;
  readonly pollIntervalMs: number;
  readonly allowPrivate: readonly string[];
  readonly logLevel: Environment['AFTERMATH_LOG_LEVEL'];
  readonly logPretty: boolean;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  /** Null: the queues are in the database. */
  readonly redisUrl: string | null;
  readonly mail: MailConfig;
}

/** What the command line says; it goes before the environment. */
export interface ConfigFlags {
  readonly data?: string;
  readonly port?: number | string;
  readonly roles?: readonly string[];
  /** For tests: instead of the process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A setting that can't be used: every mistake at once, a line each. */
export class ConfigError extends Error {
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigError';
  }
}

/**
 * The configuration of a process: defaults, then the environment, then the command line.
 *
 * @throws ConfigError with every mistake, each naming the variable, its value where it is no secret, and what is wanted
 */
export function readConfig(flags: ConfigFlags = {}): Config {
  const read = readEnvironment(flags.env ?? process.env, {
    AFTERMATH_DATA: flags.data,
    AFTERMATH_PORT: flags.port === undefined ? undefined : String(flags.port),
    AFTERMATH_ROLES: flags.roles?.join(','),
  });
  if (!read.ok) throw new ConfigError(read.mistakes);
  const env = read.environment;
  const dataDir = path.resolve(env.AFTERMATH_DATA);
  const contact = env.AFTERMATH_CONTACT ?? 'https://github.com/aftermath-news/aftermath';
  return {
    dataDir,
    host: env.AFTERMATH_HOST,
    port: env.AFTERMATH_PORT,
    roles: [...new Set(env.AFTERMATH_ROLES ?? ROLES)],
    publicUrl: (env.AFTERMATH_PUBLIC_URL ?? `http://127.0.0.1:${env.AFTERMATH_PORT}`).replace(/\/+$/, ''),
    userAgent: `Aftermath/0.1 (+${contact})`,
    pollIntervalMs: env.AFTERMATH_POLL_MINUTES * 60_000,
    allowPrivate: env.AFTERMATH_ALLOW_PRIVATE,
    logLevel: env.AFTERMATH_LOG_LEVEL,
    logPretty: env.AFTERMATH_LOG_PRETTY ?? process.stderr.isTTY === true,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    mail: { smtp: smtpUrl(env), outboxDir: path.join(dataDir, 'outbox'), from: env.MAIL_FROM },
  };
}
