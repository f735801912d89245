import { z } from 'zod';
import { ROLES } from './roles.ts';

const whole = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error);
};
const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const text = z.string().min(1, 'must not be empty');
const url = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    });
const someRoles = `must be one or more of ${ROLES.join(',')}`;
const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every variable that Aftermath reads, in the order of docs/ops/configuration.md, whose table is made from it. */
export const ENVIRONMENT = {
  AFTERMATH_DATA: text.default('.aftermath').describe('folder for the embedded database and the outbox'),
  AFTERMATH_HOST: text
    .default('127.0.0.1')
    .describe('address that the dashboard and the API listen on; `0.0.0.0` for all'),
  AFTERMATH_PORT: whole(0, 65_535).default(4717).describe('their port; 0 takes a free one'),
  AFTERMATH_PUBLIC_URL: url('http', 'https')
    .optional()
    .describe('where readers of a digest find the dashboard; without it `http://127.0.0.1:` and the port'),
  AFTERMATH_ROLES: list
    .pipe(z.array(z.enum(ROLES, { error: someRoles })).min(1, someRoles))
    .optional()
    .describe(`roles of this process, with commas between: ${ROLES.join(', ')}; without it all`),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('a PostgreSQL server, 15 or newer; without it the embedded one'),
  REDIS_URL: url('redis', 'rediss')
    .optional()
    .describe('a Redis server for the queues; without it they are in PostgreSQL'),
  SMTP_URL: url('smtp', 'smtps')
    .optional()
    .describe('mail server, as `smtp://user:password@host:port`; without it digests go to the outbox folder'),
  SMTP_HOST: text.optional().describe('the same in parts, instead of `SMTP_URL`: host'),
  SMTP_PORT: whole(1, 65_535).optional().describe('port; without it 587, or 465 when secure'),
  SMTP_USER: text.optional().describe('user'),
  SMTP_PASSWORD: text.optional().describe('password, as it is: nothing in it needs escaping'),
  SMTP_SECURE: flag.optional().describe('`true`: TLS from the first byte, instead of STARTTLS'),
  MAIL_FROM: z
    .email('must be a mail address')
    .default('aftermath@localhost.localdomain')
    .describe('sender of the digests'),
  AFTERMATH_CONTACT: text
    .regex(/^[\x20-\x7e]+$/, 'must be plain characters in one line: it is sent in a header')
    .optional()
    .describe('mail address or page of whoever runs this, told to every site that is read'),
  AFTERMATH_POLL_MINUTES: whole(1, 1_440)
    .default(15)
    .describe(
      'minutes between two looks at a source that publishes hourly; others by their own rhythm, within bounds',
    ),
  AFTERMATH_ALLOW_PRIVATE: list
    .default([])
    .describe('hosts, `host:port` or CIDR ranges that may be read although they are not public'),
  AFTERMATH_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
    .default('info')
    .describe(`the least that is logged: ${LOG_LEVELS.join(', ')}`),
  AFTERMATH_LOG_PRETTY: flag
    .optional()
    .describe('lines for people instead of JSON; without it on a terminal'),
} as const;

export const environmentSchema = z.object(ENVIRONMENT);
export type Environment = z.output<typeof environmentSchema>;

/** The variables as a Markdown table, for docs/ops/configuration.md. */
export function environmentTable(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, schema]) => {
    const standard: unknown = schema.parse(undefined);
    const shown =
      standard === undefined || (Array.isArray(standard) && standard.length === 0) ? '' : `\`${standard}\``;
    return `| \`${name}\` | ${shown} | ${schema.description ?? ''} |`;
  });
  return ['| variable | default | what it sets |', '| --- | --- | --- |', ...rows].join('\n');
}
