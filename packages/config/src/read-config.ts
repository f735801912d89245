import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ENVIRONMENT, type Environment } from './environment.ts';

export const ROLES = ['puller', 'extractor', 'classifier', 'mailer', 'api'] as const;
export type Role = (typeof ROLES)[number];

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
  readonly port?: number;
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

/** @throws ConfigError naming each variable, its value where it is no secret, and what is wrong with it */
export function readConfig(flags: ConfigFlags = {}): Config {
  const values = withFlags(withFiles(flags.env ?? process.env), flags);
  const parsed = z.object(ENVIRONMENT).safeParse(values);
  const roles = rolesOf(values.AFTERMATH_ROLES);
  const mistakes = parsed.success ? [] : parsed.error.issues.map((issue) => mistake(issue, values));
  const unknown = roles.filter((role) => !isRole(role));
  if (unknown.length > 0)
    mistakes.push(`roles: there is no ${unknown.join(', ')}; the roles are ${ROLES.join(', ')}`);
  if (!parsed.success || mistakes.length > 0) throw new ConfigError(mistakes);
  const env = parsed.data;
  const dataDir = path.resolve(env.AFTERMATH_DATA);
  const contact = env.AFTERMATH_CONTACT ?? 'https://github.com/aftermath-news/aftermath';
  return {
    dataDir,
    host: env.AFTERMATH_HOST,
    port: env.AFTERMATH_PORT,
    roles: roles.filter(isRole),
    publicUrl: (env.AFTERMATH_PUBLIC_URL ?? `http://127.0.0.1:${env.AFTERMATH_PORT}`).replace(/\/+$/, ''),
    userAgent: `Aftermath/0.1 (+${contact})`,
    pollIntervalMs: env.AFTERMATH_POLL_MINUTES * 60_000,
    allowPrivate: env.AFTERMATH_ALLOW_PRIVATE,
    logLevel: env.AFTERMATH_LOG_LEVEL,
    logPretty: env.AFTERMATH_LOG_PRETTY ?? process.stderr.isTTY === true,
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    mail: { smtp: env.SMTP_URL ?? null, outboxDir: path.join(dataDir, 'outbox'), from: env.MAIL_FROM },
  };
}

type Values = Record<string, string | undefined>;

/** `NAME_FILE` names a file with the value of `NAME`, so that a secret needn't be in the environment. */
function withFiles(env: Readonly<Values>): Values {
  const values: Values = {};
  for (const name of Object.keys(ENVIRONMENT)) {
    const file = env[`${name}_FILE`];
    const value = file === undefined ? env[name] : readSecret(`${name}_FILE`, file);
    if (value !== undefined && value !== '') values[name] = value;
  }
  return values;
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`${name}: cannot read ${file}: ${(error as Error).message}`]);
  }
}

function withFlags(values: Values, flags: ConfigFlags): Values {
  return {
    ...values,
    ...(flags.data === undefined ? {} : { AFTERMATH_DATA: flags.data }),
    ...(flags.port === undefined ? {} : { AFTERMATH_PORT: String(flags.port) }),
    ...(flags.roles === undefined ? {} : { AFTERMATH_ROLES: flags.roles.join(',') }),
  };
}

function rolesOf(value: string | undefined): string[] {
  if (value === undefined) return [...ROLES];
  return [
    ...new Set(
      value
        .split(',')
        .map((role) => role.trim())
        .filter((role) => role !== ''),
    ),
  ];
}

function isRole(role: string): role is Role {
  return (ROLES as readonly string[]).includes(role);
}

/** Addresses may hold passwords: their values are not repeated. */
function mistake(issue: z.core.$ZodIssue, values: Values): string {
  const name = String(issue.path[0]);
  const value = name.endsWith('_URL') ? '' : ` (${JSON.stringify(values[name])})`;
  return `${name}${value}: ${issue.message}`;
}
