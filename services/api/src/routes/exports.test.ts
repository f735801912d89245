import { type Database, openDatabase, saveWatch } from '@aftermath/db';
import { aWatch, createTestDatabase, type TestDatabase } from '@aftermath/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiContext } from '../api-context.ts';
import { answerProblems } from '../problems.ts';
import { exportRoutes } from './exports.ts';
import { feedRoutes } from './feeds.ts';

let database: TestDatabase;
let db: Database;
let server: FastifyInstance;
const errors: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ connectionString: database.connectionString });
  await db.transaction((tx) => saveWatch(tx, aWatch()));
  await db.orm.execute(`
    with story as (insert into stories default values returning id),
    article as (insert into articles (canonical_url) select 'https://paper.example/' || n from generate_series(1, 3) n returning id),
    revision as (insert into revisions (article_id, number, title, text, text_origin, authors, content_hash, published_at)
      select id, 1, '=Three & held', 'Police arrested three.', 'page', '{}', 'hash', '2026-03-02T04:00:00Z' from article returning id, article_id),
    signal as (insert into signals (watch_id, article_id, revision_id, story_id, category, score, status, countries, actors)
      select 'test-watch', r.article_id, r.id, story.id, 'arrests', 0.9, 'carried-out', '{CO}', '{}' from revision r, story returning id, revision_id)
    insert into evidence (signal_id, revision_id, field, start_offset, end_offset, quote, why)
      select id, revision_id, 'text', 0, 22, 'Police arrested three.', 'arrested' from signal`);
  await db.orm.execute(`insert into editions
    (watch_id, date, input, template_version, subject, html, text, json, built_at)
    values ('test-watch', '2026-03-02', '{}', '1', 'Two new', '<p>Digest</p>', 'The digest', '{}', '2026-03-02T12:00:00Z')`);
  server = Fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  answerProblems(server, () => undefined);
  const onError = (error: unknown) => errors.push(String(error));
  const context = { db, onError, publicUrl: 'https://news.example' } as unknown as ApiContext;
  await server.register(exportRoutes, context);
  await server.register(feedRoutes, context);
});
afterAll(async () => {
  await server.close();
  await db.close();
  await database.drop();
});

const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers });

describe('/v1/exports', () => {
  it.each([
    ['csv', 'text/csv; charset=utf-8; header=present', 'test-watch.csv'],
    ['jsonl', 'application/jsonl; charset=utf-8', 'test-watch.jsonl'],
    ['stix', 'application/stix+json;version=2.1', 'test-watch.stix.json'],
  ])('gives %s as a file', async (format, type, name) => {
    const { statusCode, headers, body } = await get(`/v1/exports?watch=test-watch&format=${format}`);
    expect(statusCode, body).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers['content-disposition']).toBe(`attachment; filename="${name}"`);
    expect(body.split('https://paper.example/').length).toBeGreaterThan(3);
  });

  it.each([
    ['since=2026-03-01&until=2026-03-01', 3],
    ['since=2026-03-02', 0],
    ['until=2026-02-28', 0],
    ['category=sanctions', 0],
  ])('keeps to what is asked for, days in the zone of the watch (%s)', async (query, expected) => {
    const { body } = await get(`/v1/exports?watch=test-watch&format=jsonl&${query}`);
    expect(body.split('\n').filter((line) => line !== '')).toHaveLength(expected);
  });

  it.each([
    ['watch=none&format=csv', 404],
    ['format=csv', 400],
    ['watch=test-watch', 400],
    ['watch=test-watch&format=xml', 400],
    ['watch=test-watch&format=csv&since=2026-02-30', 400],
    ['watch=test-watch&format=csv&since=2026-03-02&until=2026-03-01', 400],
  ])('answers a problem for %s', async (query, status) => {
    const response = await get(`/v1/exports?${query}`);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(errors).toEqual([]);
  });
});

describe('the feeds of a watch', () => {
  it.each([
    ['signals.atom', 'application/atom+xml; charset=utf-8', 'Arrests: =Three &'],
    ['signals.json', 'application/feed+json; charset=utf-8', 'Arrests: =Three &'],
    ['editions.atom', 'application/atom+xml; charset=utf-8', 'Two new'],
    ['editions.json', 'application/feed+json; charset=utf-8', 'Two new'],
  ])('gives %s, where it says it is, and nothing when nothing is new', async (name, type, title) => {
    const { statusCode, headers, body } = await get(`/v1/watches/test-watch/${name}`);
    expect(statusCode, body).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(body).toContain(title);
    expect(body).toContain(`https://news.example/v1/watches/test-watch/${name}`);
    const again = await get(`/v1/watches/test-watch/${name}`, { 'if-none-match': headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('is a problem for a watch that is not there', async () => {
    const response = await get('/v1/watches/none/signals.atom');
    expect([response.statusCode, response.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'watch-not-found' }),
    ]);
  });
});
