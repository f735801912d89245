import type { Environment } from './environment.ts';

type Smtp = Pick<
  Environment,
  'SMTP_URL' | 'SMTP_HOST' | 'SMTP_PORT' | 'SMTP_USER' | 'SMTP_PASSWORD' | 'SMTP_SECURE'
>;

/** The mail server as one address, from `SMTP_URL` or from its parts; null when there is none. */
export function smtpUrl(env: Smtp): string | null {
  if (env.SMTP_URL !== undefined) return env.SMTP_URL;
  if (env.SMTP_HOST === undefined) return null;
  const secure = env.SMTP_SECURE === true;
  const port = env.SMTP_PORT ?? (secure ? 465 : 587);
  const user = env.SMTP_USER === undefined ? '' : encodeURIComponent(env.SMTP_USER);
  const password = env.SMTP_PASSWORD === undefined ? '' : `:${encodeURIComponent(env.SMTP_PASSWORD)}`;
  return `${secure ? 'smtps' : 'smtp'}://${user}${password}${user === '' ? '' : '@'}${env.SMTP_HOST}:${port}`;
}

const PARTS = ['SMTP_HOST', 'SMTP_PORT', 'SMTP_USER', 'SMTP_PASSWORD', 'SMTP_SECURE'] as const;

/** What the parts of the mail server's address get wrong together, in the values as they were given. */
export function smtpMistakes(env: Readonly<Partial<Record<keyof Smtp, string>>>): string[] {
  const parts = PARTS.filter((name) => env[name] !== undefined);
  if (env.SMTP_URL !== undefined) return parts.map((name) => `${name}: is set, and SMTP_URL too: remove one`);
  if (parts.length > 0 && env.SMTP_HOST === undefined)
    return [`SMTP_HOST: is missing, and ${parts.join(', ')} says there is a mail server: set it`];
  if (env.SMTP_HOST !== undefined && !/^[\w.-]+$|^\[[\da-f:.]+\]$/i.test(env.SMTP_HOST))
    return [`SMTP_HOST (${JSON.stringify(env.SMTP_HOST)}): must be a host name, without port or smtp://`];
  if (env.SMTP_PASSWORD !== undefined && env.SMTP_USER === undefined)
    return ['SMTP_USER: is missing, and SMTP_PASSWORD is set: set it'];
  return [];
}
