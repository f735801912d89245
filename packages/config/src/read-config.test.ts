import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { environmentTable } from './environment.ts';
import { ConfigError, readConfig } from './read-config.ts';
import { ROLES } from './roles.ts';

const read = (env: Record<string, string>, flags = {}) => readConfig({ env, ...flags });

function mistakesOf(env: Record<string, string>): string[] {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

function secretFile(content: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'aftermath-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'secret');
  writeFileSync(file, content);
  return file;
}

describe('readConfig', () => {
  it('needs nothing: everything in one process, on loopback, mail to the outbox', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 4717,
      roles: ROLES,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: 'http://127.0.0.1:4717',
      pollIntervalMs: 900_000,
      allowPrivate: [],
      mail: { smtp: null, outboxDir: path.resolve('.aftermath/outbox') },
    });
  });

  it('lets the command line go before the environment', () => {
    const env = { AFTERMATH_PORT: '1', AFTERMATH_DATA: '/a', AFTERMATH_ROLES: 'mailer' };
    expect(read(env, { port: 2, data: '/b', roles: ['api'] })).toMatchObject({
      port: 2,
      dataDir: '/b',
      roles: ['api'],
    });
  });

  it('names the option of the command line whose value is wrong', () => {
    expect(() => readConfig({ port: 'abc', env: {} })).toThrow(
      '--port ("abc"): must be a whole number from 0 to 65535',
    );
  });

  it('takes an empty variable as not set', () => {
    expect(read({ AFTERMATH_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4717, databaseUrl: null });
  });

  it('takes each role once, in any order', () => {
    expect(read({ AFTERMATH_ROLES: ' api , puller,api,' }).roles).toEqual(['api', 'puller']);
  });

  it('tells every mistake at once, each with its variable, what was given and what is wanted', () => {
    expect(
      mistakesOf({
        AFTERMATH_PORT: '4717x',
        AFTERMATH_ROLES: 'api,cook',
        AFTERMATH_POLL_MINUTES: '0',
        AFTERMATH_PROT: '1',
        REDIS_URL: 'http://:hidden@h',
        MAIL_FROM: 'nobody',
        SMTP_PASSWORD: 'hidden',
        DATABASE_URL_FILE: '/nowhere/at/all',
      }),
    ).toEqual([
      'AFTERMATH_PROT: there is no such setting: did you mean AFTERMATH_PORT?',
      expect.stringMatching(/^DATABASE_URL_FILE \("\/nowhere\/at\/all"\): can't be read: ENOENT/),
      'SMTP_HOST: is missing, and SMTP_PASSWORD says there is a mail server: set it',
      'AFTERMATH_PORT ("4717x"): must be a whole number from 0 to 65535',
      'AFTERMATH_ROLES ("api,cook"): must be one or more of api,puller,extractor,classifier,mailer',
      'REDIS_URL: must be an address that begins with redis:// or rediss://',
      'MAIL_FROM ("nobody"): must be a mail address',
      'AFTERMATH_POLL_MINUTES ("0"): must be a whole number from 1 to 1440',
    ]);
  });

  it('never shows what may be a secret', () => {
    const mistakes = mistakesOf({
      REDIS_URL: 'x://:hidden@h',
      DATABASE_URL: 'hidden',
      SMTP_PASSWORD: 'hidden',
    });
    expect(mistakes).toHaveLength(3);
    expect(mistakes.join()).not.toContain('hidden');
  });

  it('keeps variables of Kubernetes services apart from misspelt ones', () => {
    expect(
      mistakesOf({ AFTERMATH_SERVICE_HOST: '10.0.0.1', AFTERMATH_PORT_80_TCP: 'tcp://10.0.0.1:80' }),
    ).toEqual([]);
  });

  it('keeps line breaks out of the contact, which is sent in a header', () => {
    expect(mistakesOf({ AFTERMATH_CONTACT: 'me\r\nCookie: x' })).toHaveLength(1);
  });
});

describe('secrets', () => {
  it('are taken from a file, without its last line break', () => {
    const file = secretFile('smtp://u:p@mail.example.org:587\n');
    expect(read({ SMTP_URL_FILE: file }).mail.smtp).toBe('smtp://u:p@mail.example.org:587');
  });

  it('are given once: a variable and a file are a mistake', () => {
    expect(mistakesOf({ SMTP_URL: 'smtp://a', SMTP_URL_FILE: secretFile('smtp://b') })).toEqual([
      'SMTP_URL: is set, and SMTP_URL_FILE too: remove one',
    ]);
  });
});

describe('the mail server', () => {
  it.each([
    [{ SMTP_HOST: 'mail.example.org' }, 'smtp://mail.example.org:587'],
    [{ SMTP_HOST: 'mail.example.org', SMTP_SECURE: 'true' }, 'smtps://mail.example.org:465'],
    [
      { SMTP_HOST: 'h', SMTP_PORT: '2525', SMTP_USER: 'a@b.org', SMTP_PASSWORD: 'p:/@ ü' },
      'smtp://a%40b.org:p%3A%2F%40%20%C3%BC@h:2525',
    ],
  ])('is one address, made of its parts: %j', (env, url) => {
    expect(read(env).mail.smtp).toBe(url);
  });

  it.each([
    [{ SMTP_URL: 'smtp://h', SMTP_HOST: 'h' }, 'SMTP_HOST: is set, and SMTP_URL too: remove one'],
    [{ SMTP_PORT: '25' }, 'SMTP_HOST: is missing, and SMTP_PORT says there is a mail server: set it'],
    [{ SMTP_HOST: 'h', SMTP_PASSWORD: 'p' }, 'SMTP_USER: is missing, and SMTP_PASSWORD is set: set it'],
    [{ SMTP_HOST: 'smtp://h' }, 'SMTP_HOST ("smtp://h"): must be a host name, without port or smtp://'],
    [{ SMTP_HOST: 'h/x' }, 'SMTP_HOST ("h/x"): must be a host name, without port or smtp://'],
  ])('refuses parts that do not fit: %j', (env, message) => {
    expect(mistakesOf(env)).toEqual([message]);
  });
});

describe('docs/ops/configuration.md', () => {
  it('has the table of the variables as they are read', () => {
    const page = fileURLToPath(new URL('../../../docs/ops/configuration.md', import.meta.url));
    // The formatter pads the cells.
    const unpadded = (table: string) => table.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
    expect(unpadded(readFileSync(page, 'utf8'))).toContain(unpadded(environmentTable()));
  });
});
