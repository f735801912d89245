import {
  type Database,
  findStopped,
  openDatabase,
  saveWatch,
  signSubscription,
  unsubscribeSecret,
} from '@aftermath/db';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiContext } from '../api-context.ts';
import { answerProblems } from '../problems.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';

describe('the link to unsubscribe', () => {
  let database: TestDatabase;
  let db: Database;
  let server: FastifyInstance;
  let secret: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    await db.transaction((tx) => saveWatch(tx, aWatch()));
    secret = await unsubscribeSecret(db.orm);
    server = Fastify();
    server.setValidatorCompiler(validatorCompiler);
    server.setSerializerCompiler(serializerCompiler);
    answerProblems(server, () => undefined);
    await server.register(unsubscribeRoutes, { db } as ApiContext);
  });
  afterAll(async () => {
    await server.close();
    await db.close();
    await database.drop();
  });

  const of = (recipient: string) => ({ watchId: 'test-watch', recipient });
  const linkOf = (recipient: string) => `/unsubscribe/${signSubscription(secret, of(recipient))}`;

  it.each(['GET', 'HEAD'] as const)('changes nothing by %s', async (method) => {
    const answer = await server.inject({ method, url: linkOf('get@example.org') });
    expect(answer.statusCode).toBe(200);
    expect(await findStopped(db.orm, of('get@example.org'))).toBeNull();
  });

  it.each([
    ['as mail programs send it', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'in parts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
    ],
    ["by the page's own button", undefined, undefined],
  ])('ends the subscription by POST %s, and says so twice the same', async (what, type, payload) => {
    const recipient = `${what.slice(0, 2)}@Example.org`;
    const headers = type === undefined ? {} : { 'content-type': type };
    for (const _time of [1, 2]) {
      const answer = await server.inject({
        method: 'POST',
        url: linkOf(recipient),
        headers,
        payload: payload ?? '',
      });
      expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('no more digests')]);
    }
    expect(await findStopped(db.orm, of(recipient.toLowerCase()))).toMatchObject({ reason: 'unsubscribed' });
  });

  it('ends nothing when it was not signed here', async () => {
    const forged = signSubscription('guess', of('victim@example.org'));
    const answer = await server.inject({ method: 'POST', url: `/unsubscribe/${forged}` });
    expect(answer.statusCode).toBe(404);
    expect(await findStopped(db.orm, of('victim@example.org'))).toBeNull();
  });

  it('keeps one secret, however many ask for it at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => unsubscribeSecret(db.orm)));
    expect(new Set(secrets)).toEqual(new Set([secret]));
  });
});
