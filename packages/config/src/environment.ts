import { z } from 'zod';

const port = z.coerce.number().int('must be a whole number').min(0).max(65_535);
const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
const url = (...schemes: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
      error: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    });

/** Every variable that Aftermath reads; a secret may be given as a file's path in `NAME_FILE`. docs/ops/configuration.md explains each. */
export const ENVIRONMENT = {
  AFTERMATH_DATA: z
    .string()
    .min(1)
    .default('.aftermath')
    .describe('Folder for the embedded database and the outbox.'),
  AFTERMATH_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address that the dashboard and the API listen on.'),
  AFTERMATH_PORT: port.default(4717).describe('Their port.'),
  AFTERMATH_ROLES: list.optional().describe('Roles of this process, comma-separated; all when absent.'),
  AFTERMATH_PUBLIC_URL: url('http', 'https')
    .optional()
    .describe('Where readers of a digest find the dashboard.'),
  AFTERMATH_CONTACT: z
    .string()
    .min(1)
    .optional()
    .describe('Address or URL of whoever runs this, told to the sites it reads.'),
  AFTERMATH_POLL_MINUTES: z.coerce
    .number()
    .min(1)
    .max(1_440)
    .default(15)
    .describe('Between two looks at a source, unless its server asks for longer.'),
  AFTERMATH_ALLOW_PRIVATE: list
    .default([])
    .describe('Hosts, host:port or CIDR ranges that may be fetched although they are not public.'),
  AFTERMATH_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('The least that is logged.'),
  AFTERMATH_LOG_PRETTY: flag
    .optional()
    .describe('Readable lines instead of JSON; the default on a terminal.'),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('A PostgreSQL server to use instead of the embedded one.'),
  REDIS_URL: url('redis', 'rediss')
    .optional()
    .describe('A Redis server for the queues instead of PostgreSQL.'),
  SMTP_URL: url('smtp', 'smtps')
    .optional()
    .describe('Mail server, as smtp://user:password@host:port; digests go to the outbox folder when absent.'),
  MAIL_FROM: z
    .email('must be a mail address')
    .default('aftermath@localhost.localdomain')
    .describe('Sender of the digests.'),
} as const;

export type Environment = { [Name in keyof typeof ENVIRONMENT]: z.output<(typeof ENVIRONMENT)[Name]> };
