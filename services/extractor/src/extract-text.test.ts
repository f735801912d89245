import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LaterFailure, NeverFailure } from '@aftermath/core';
import {
  createTaskStore,
  type Database,
  itemsOfArticle,
  type NewItem,
  openDatabase,
  saveWatch,
  storeItems,
} from '@aftermath/db';
import type { Fetcher, FetchResult } from '@aftermath/fetch';
import { aWatch, createTestDatabase, fakeClock, type TestDatabase } from '@aftermath/testkit';
import { createThreadPool, threadFile } from '@aftermath/threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { extractText } from './extract-text.ts';

const WALLS = path.join(import.meta.dirname, '../../../packages/extract/src/page/__fixtures__/walls');
const SENTENCE =
  'The minister said on Monday that the port of Sereno would stay closed for two days after the raid. ';
const STORY = Array.from({ length: 8 }, (_, n) => `<p>${n}. ${SENTENCE.repeat(2)}</p>`).join('');
const HOUR_MS = 3_600_000;

function aPage(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><article>${body}</article></body></html>`;
}

type Answer = string | Error | (() => Promise<string>);

describe('extracting an article', () => {
  let database: TestDatabase;
  let db: Database;
  let answers: Record<string, Answer>;
  const url = 'https://paper.example/one';
  const clock = fakeClock('2026-03-01T12:00:00Z');
  // As the program does: in a thread with a deadline and a heap of its own.
  const extractor = createThreadPool({
    file: threadFile(import.meta.url, './extract-article-thread'),
    deadlineMs: 30_000,
    heapMiB: 512,
    threadsMax: 1,
  });
  const fetcher = {
    async fetch(url: string) {
      const answer = answers[url] ?? new NeverFailure('http-404', 'no such page');
      if (answer instanceof Error) throw answer;
      const html = typeof answer === 'string' ? answer : await answer();
      return { url, body: new TextEncoder().encode(html), contentType: 'text/html' } as FetchResult;
    },
    close: async () => {},
  } satisfies Fetcher;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase({ connectionString: database.connectionString });
    const [source] = aWatch().sources;
    if (source === undefined) throw new Error('the test watch has no source');
    const sources = ['a', 'b', 'c'].map((name) => ({ ...source, url: `https://feeds.example/${name}` }));
    await db.transaction((tx) => saveWatch(tx, aWatch({ sources })));
  });
  afterAll(async () => {
    await extractor.close();
    await db.close();
    await database.drop();
  });
  beforeEach(async () => {
    await db.orm.execute('truncate articles, items restart identity cascade');
    await db.orm.execute("delete from tasks where stage <> 'pull'");
    answers = {};
    clock.set(new Date());
  });

  async function carry(feed: 'a' | 'b' | 'c', changes: Partial<NewItem> & { url: string }): Promise<void> {
    const { rows } = await db.orm.execute<{ id: string }>(
      `select id from sources where url = 'https://feeds.example/${feed}'`,
    );
    const item: NewItem = {
      guid: changes.url,
      canonicalUrl: changes.url,
      title: 'Port closed',
      publishedAt: null,
      summary: 'A short summary.',
      content: null,
      ...changes,
    };
    await db.transaction((tx) => storeItems(tx, Number(rows[0]?.id), [item]));
  }

  /** Works on the article's task as the stage loop does. */
  async function extract(articleId = 1) {
    const store = createTaskStore(db);
    const { rows } = await db.orm.execute<{ id: string }>(
      `select id from tasks where stage = 'extract' and key = '${articleId}'`,
    );
    const claim = await store.claim(Number(rows[0]?.id), 60_000);
    if (claim === null) throw new Error(`article ${articleId} is not due`);
    return extractText({ db, fetcher, extractor, clock })(claim, new AbortController().signal);
  }
  async function revisions() {
    const { rows } = await db.orm.execute<{
      title: string;
      text: string;
      text_origin: string;
      problem: string;
    }>('select article_id, title, text, text_origin, problem from revisions order by id');
    return rows;
  }
  const due = async () => {
    const { rows } = await db.orm.execute("select key from tasks where stage = 'extract' and state = 'due'");
    return rows.length;
  };

  it.each([
    ['can no longer be had', new NeverFailure('http-gone', 'gone')],
    ['has put us off for two days', new LaterFailure('http-429', 'later', new Date(0))],
  ])('keeps the text of a page that %s after an edit, under the new headline', async (_why, failure) => {
    answers[url] = aPage(STORY);
    await carry('a', { url });
    await extract();
    await carry('a', { url, title: 'Port reopened' });
    answers[url] = failure;
    clock.advance(49 * HOUR_MS);
    await extract();
    const [first, second] = await revisions();
    expect(first?.text).toContain('port of Sereno');
    expect(second).toMatchObject({
      title: 'Port reopened',
      text: first?.text,
      text_origin: 'page',
      problem: expect.stringContaining(failure.code),
    });
  });

  it('waits for a page that puts it off, counted from the last edit', async () => {
    answers[url] = new LaterFailure('http-429', 'later', new Date(0));
    await carry('a', { url });
    clock.advance(HOUR_MS);
    await expect(extract()).rejects.toMatchObject({ code: 'http-429' });
    expect(await revisions()).toEqual([]);
  });

  it.each(readdirSync(WALLS))('stores no text of %s: the summary, and what the page was', async (file) => {
    answers[url] = readFileSync(path.join(WALLS, file), 'utf8');
    await carry('a', { url });
    const [kind] = file.split('.');
    expect(await extract()).toMatchObject({ problem: expect.stringMatching(`^page-is-${kind}: `) });
    expect(await revisions()).toMatchObject([
      {
        text: 'A short summary.',
        text_origin: 'feed-summary',
        problem: expect.stringMatching(`^page-is-${kind}: `),
      },
    ]);
  });

  it('makes one article of three feeds, which all stay known, under the headline of the first', async () => {
    answers[url] = aPage(`<h1>Other words</h1>${STORY}`);
    await carry('a', { url, title: 'First' });
    await extract();
    for (const feed of ['b', 'c'] as const) {
      await carry(feed, { url: `${url}?from=${feed}`, canonicalUrl: url, title: `Copy of ${feed}` });
      await extract();
    }
    expect(await itemsOfArticle(db.orm, 1)).toHaveLength(3);
    expect(await revisions()).toMatchObject([{ title: 'First' }]);
  });

  it('takes the headline that the page has where feeds differ', async () => {
    answers[url] = aPage(`<h1>Port of Sereno closed</h1>${STORY}`, '<title>Port of Sereno closed</title>');
    await carry('a', { url, title: 'Sereno: latest' });
    await carry('b', { url, title: 'Port of Sereno closed' });
    await extract();
    expect(await revisions()).toMatchObject([{ title: 'Port of Sereno closed' }]);
  });

  it('reads what a feed told while the page was being read', async () => {
    answers[url] = async () => {
      await carry('a', { url, title: 'Edited meanwhile' });
      return aPage(STORY);
    };
    await carry('a', { url });
    await extract();
    expect(await due()).toBe(1);
    answers[url] = aPage(STORY);
    clock.set(new Date());
    await extract();
    expect((await revisions()).at(-1)?.title).toBe('Edited meanwhile');
    expect(await due()).toBe(0);
  });

  it('joins the article whose address its page gives, when their texts are one', async () => {
    const other = 'https://paper.example/amp-of-one';
    answers[url] = aPage(STORY);
    answers[other] = aPage(STORY, `<link rel="canonical" href="${url}">`);
    await carry('a', { url });
    await extract(1);
    await carry('b', { url: other });
    expect(await extract(2)).toMatchObject({ joined: 1 });
    expect(await itemsOfArticle(db.orm, 1)).toHaveLength(2);
    expect(await revisions()).toHaveLength(1);
  });

  it('joins no articles that a template gives one address', async () => {
    const head = '<link rel="canonical" href="https://paper.example/news">';
    const other = 'https://paper.example/two';
    const another = Array.from(
      { length: 8 },
      (_, n) =>
        `<p>${n} Grapes were sold in the valley, and people of ${n} towns danced there until the night was over.</p>`,
    );
    answers[url] = aPage(STORY, head);
    answers[other] = aPage(another.join(''), head);
    await carry('a', { url });
    await carry('a', { url: other, title: 'Wine' });
    await extract(1);
    await extract(2);
    expect(await revisions()).toHaveLength(2);
  });

  it('needs no page where a feed gives the whole text', async () => {
    await carry('a', { url });
    await carry('b', { url, content: STORY });
    expect(await extract()).toMatchObject({ origin: 'feed-content', problem: null });
  });

  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}${STORY}`],
    ['5 MB of attributes', `${`<b class="${'x'.repeat(5_000)}"></b>`.repeat(1_000)}${STORY}`],
    ['5 MB of paragraphs', STORY + `<p>${SENTENCE.repeat(10)}</p>`.repeat(5_000)],
  ])('reads a page of %s in its thread', async (_what, body) => {
    answers[url] = aPage(body);
    await carry('a', { url });
    expect(await extract()).toMatchObject({ origin: 'page', problem: null });
    expect((await revisions())[0]?.text).toContain('port of Sereno');
  });
});
