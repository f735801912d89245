import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, ROLES, readConfig } from './read-config.ts';

const read = (env: Record<string, string>, flags = {}) => readConfig({ env, ...flags });

describe('readConfig', () => {
  it('needs nothing: everything in one process, on loopback, mail to the outbox', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 4717,
      roles: ROLES,
      databaseUrl: null,
      redisUrl: null,
      publicUrl: 'http://127.0.0.1:4717',
      mail: { smtp: null, outboxDir: path.resolve('.aftermath/outbox') },
    });
  });

  it('lets the command line go before the environment', () => {
    expect(
      read({ AFTERMATH_PORT: '1', AFTERMATH_DATA: '/a' }, { port: 2, data: '/b', roles: ['api'] }),
    ).toMatchObject({
      port: 2,
      dataDir: '/b',
      roles: ['api'],
    });
  });

  it('tells every mistake at once, each with its name', () => {
    const wrong = () =>
      read({
        AFTERMATH_PORT: 'x',
        REDIS_URL: 'http://:secret@h',
        MAIL_FROM: 'nobody',
        AFTERMATH_ROLES: 'api,cook',
      });
    expect(wrong).toThrow(ConfigError);
    try {
      wrong();
    } catch (error) {
      const lines = (error as Error).message.split('\n');
      expect(lines.map((line) => line.split(/[ :]/)[0]).sort()).toEqual([
        'AFTERMATH_PORT',
        'MAIL_FROM',
        'REDIS_URL',
        'roles',
      ]);
      expect((error as Error).message).not.toContain('secret');
    }
  });

  it('takes a secret from a file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'aftermath-config-'));
    writeFileSync(path.join(folder, 'smtp'), 'smtp://u:p@mail.example.org:587\n');
    expect(read({ SMTP_URL_FILE: path.join(folder, 'smtp') }).mail.smtp).toBe(
      'smtp://u:p@mail.example.org:587',
    );
    rmSync(folder, { recursive: true });
  });
});
