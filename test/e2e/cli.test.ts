import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asLines, jsonLines, runCommand, scratchDir } from './run-command.ts';

const { dir, remove } = scratchDir();
afterAll(remove);

const WATCH = path.resolve(import.meta.dirname, '../../infra/watches/tren-de-aragua-strike.yaml');

function file(name: string, content: string): string {
  writeFileSync(path.join(dir, name), content);
  return path.join(dir, name);
}

const FEED = file(
  'feed.xml',
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
<description>All of it</description><language>en</language>
<item><guid isPermaLink="false">g1</guid><title>One</title><link>/one</link><pubDate>Mon, 02 Mar 2026 10:00:00 -0500</pubDate></item>
<item><title>Two</title><link>/two</link><pubDate>one of these days</pubDate></item></channel></rss>`,
);
const PAGE = `<!doctype html><html lang="en"><head><title>Two ships meet | News</title>
<meta property="article:published_time" content="2026-03-02T10:00:00-05:00"><link rel="canonical" href="/ships"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Two ships meet</h1>
<p>Two ships met on Monday off the coast, and their crews spoke for an hour before they parted again.</p>
<p>Nobody who was there wanted to say afterwards what it was that the two captains had spoken about.</p></article></body></html>`;
const PAGE_FILE = file('page.html', PAGE);
const FEED_KEYS = [
  ...['format', 'title', 'link', 'description', 'language', 'updatedAt', 'refreshIntervalMs', 'skipHours'],
  ...['items', 'children', 'problems'],
];
const ITEM_KEYS = [
  ...['id', 'title', 'link', 'publishedAt', 'updatedAt', 'authors', 'summary'],
  ...['content', 'categories', 'enclosures', 'problems'],
];
const ARTICLE_KEYS = [
  'agencies',
  ...['title', 'text', 'publishedAt', 'updatedAt', 'authors', 'siteName', 'lang', 'canonicalUrl'],
];

interface ParsedFeed {
  readonly [key: string]: unknown;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}
interface Failed {
  readonly id: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

describe('parse-feed', () => {
  it('prints a feed in full, with absolute links, and dates in UTC or null', async () => {
    const { code, stdout, stderr } = await runCommand([
      'parse-feed',
      FEED,
      '--url',
      'https://news.example/rss',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const feed = JSON.parse(stdout) as ParsedFeed;
    expect(Object.keys(feed).sort()).toEqual([...FEED_KEYS].sort());
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'News',
      link: 'https://news.example/',
      language: 'en',
    });
    for (const item of feed.items) expect(Object.keys(item).sort()).toEqual([...ITEM_KEYS].sort());
    expect(feed.items).toMatchObject([
      { id: 'g1', link: 'https://news.example/one', publishedAt: '2026-03-02T15:00:00.000Z', problems: [] },
      {
        id: null,
        link: 'https://news.example/two',
        publishedAt: null,
        problems: [{ code: 'date-unreadable' }],
      },
    ]);
  });

  it('reads the standard input for -', async () => {
    const { code, stdout } = await runCommand(
      ['parse-feed', '-'],
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[]}',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ format: 'json', title: 'J', items: [] });
  });

  it.each([
    ['a web page', PAGE_FILE, 'a web page titled “Two ships meet | News”, not a feed'],
    ['an empty file', file('empty.xml', ''), ''],
    ['a file that is not there', path.join(dir, 'none.xml'), 'there is no such file'],
  ])('says in one line why %s is no feed', async (_what, from, message) => {
    const { code, stdout, stderr } = await runCommand(['parse-feed', from]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^aftermath: [^\n]+\n$/);
    expect(stderr).toContain(message);
  });

  it('answers every line of --jsonl in order, the bad ones with the same keys and an error', async () => {
    const result = await runCommand(
      ['parse-feed', '--jsonl'],
      asLines([
        { id: 1, path: FEED, url: 'https://news.example/rss' },
        'not json',
        { id: 'no path' },
        '',
        { id: { any: 'id' }, path: PAGE_FILE },
        { id: 'gone', path: path.join(dir, 'none.xml') },
      ]),
    );
    const lines = jsonLines<Failed & ParsedFeed>(result);
    expect(result.code).toBe(1);
    expect(result.stderr).toBe('4 line(s) failed: see their "error"\n');
    expect(lines.map(({ id }) => id)).toEqual([1, null, 'no path', { any: 'id' }, 'gone']);
    expect(lines.map(({ error }) => error?.code)).toEqual([
      undefined,
      'bad-line',
      'bad-line',
      'feed-is-html',
      'unreadable-file',
    ]);
    for (const { id: _, error: _error, ...feed } of lines) expect(Object.keys(feed)).toEqual(FEED_KEYS);
    for (const { error } of lines) expect(error?.message ?? '').not.toContain('\n');
    expect(lines[0]?.items[0]?.link).toBe('https://news.example/one');
  });
});

describe('extract', () => {
  const expected = {
    title: 'Two ships meet',
    publishedAt: '2026-03-02T15:00:00.000Z',
    lang: 'en',
    canonicalUrl: 'https://news.example/ships',
  };

  it.each([
    ['a file', PAGE_FILE, ''],
    ['the standard input', '-', PAGE],
  ])('prints the article of %s', async (_what, from, input) => {
    const { code, stdout, stderr } = await runCommand(
      ['extract', from, '--url', 'https://news.example/ships?a=1'],
      input,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const article = JSON.parse(stdout) as { text: string };
    expect(Object.keys(article).sort()).toEqual([...ARTICLE_KEYS].sort());
    expect(article).toMatchObject(expected);
    expect(article.text).toContain('their crews spoke for an hour');
    expect(article.text).not.toContain('Home');
  });

  it('answers every line of --jsonl in order, from html and from path, and a page without text with an error', async () => {
    const url = 'https://news.example/ships';
    const result = await runCommand(
      ['extract', '--jsonl'],
      asLines([
        { id: 'html', url, html: PAGE },
        { id: 2, url, path: PAGE_FILE },
        { id: 'neither', url },
        { id: 'empty', url, html: '<html><body><script>start()</script></body></html>' },
      ]),
    );
    const lines = jsonLines<Failed>(result);
    expect(result.code).toBe(1);
    expect(lines.map(({ id }) => id)).toEqual(['html', 2, 'neither', 'empty']);
    expect(lines.slice(0, 2)).toMatchObject([expected, expected]);
    expect(lines[2]?.error).toEqual({ code: 'bad-line', message: 'input: needs "html" or "path"' });
    expect(lines[3]).toMatchObject({ title: null, text: '', publishedAt: null, authors: [] });
    expect(lines[3]?.error?.code).toMatch(/^[a-z-]+$/);
  });
});

describe('classify', () => {
  interface Decision {
    readonly id: unknown;
    readonly inScope: boolean;
    readonly relevance: number | null;
    readonly signals: readonly {
      readonly category: string;
      readonly evidence: readonly { quote: string; start: number; end: number; field: 'title' | 'text' }[];
    }[];
  }
  const ARTICLES = [
    {
      id: 1,
      title: 'Ecuador arrests 12 after the US strike',
      text: '🚨 QUITO. Ecuadorian police arrested 12 members of the Tren de Aragua gang on Tuesday, days after the US strike on a boat of the gang.',
      lang: 'en',
      publishedAt: '2026-03-02T10:00:00Z',
    },
    { id: 'b', title: 'A late strike won the game', text: 'The striker was in good form on Sunday.' },
    {
      id: '1',
      title: 'Detenidos',
      text: 'La policía detuvo a tres integrantes del Tren de Aragua en Cúcuta.',
      lang: 'es',
    },
  ];

  it.each([
    ['a watch', ['--watch', WATCH], [true, false, false]],
    ['a watch with everything in scope', ['--watch', WATCH, '--all-in-scope'], [true, true, true]],
    ['a template', ['--template', 'leadership-strike'], [true, true, true]],
  ])(
    'decides by %s, in the same order, with quotes that are the text at their offsets',
    async (_what, by, inScope) => {
      const result = await runCommand(['classify', ...by, '--jsonl'], asLines(ARTICLES));
      expect(result).toMatchObject({ code: 0, stderr: '' });
      const lines = jsonLines<Decision>(result);
      expect(lines.map(({ id }) => id)).toEqual([1, 'b', '1']);
      expect(lines.map((line) => line.inScope)).toEqual(inScope);
      expect(lines[0]?.signals.map(({ category }) => category)).toContain('arrests');
      let quotes = 0;
      for (const [index, line] of lines.entries()) {
        expect(Object.keys(line)).toEqual(['id', 'inScope', 'relevance', 'signals']);
        for (const signal of line.signals) {
          expect(Object.keys(signal).sort()).toEqual([
            'actors',
            'category',
            'countries',
            'evidence',
            'score',
            'status',
          ]);
          for (const { quote, start, end, field, ...rest } of signal.evidence) {
            expect(ARTICLES[index]?.[field].slice(start, end)).toBe(quote);
            expect(Object.keys(rest)).toEqual(['why']);
            quotes += 1;
          }
        }
      }
      expect(quotes).toBeGreaterThan(1);
    },
  );

  it('says which template there is when there is not the one asked for', async () => {
    const { code, stderr } = await runCommand(['classify', '--template', 'none', '--jsonl']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^aftermath: there is no template "none"; there are: leadership-strike.*\n$/);
  });
});

describe('group', () => {
  it('gives ids out as they came in: 7 and "7" are two', async () => {
    const text =
      'The minister of the interior of Ruritania resigned on Monday after the riots in the harbour of Zenda.';
    const article = { title: 'Minister resigns', text, publishedAt: '2026-03-02T10:00:00Z' };
    const other = { title: 'Rain', text: 'It will rain in the north from Thursday on.', publishedAt: null };
    const result = await runCommand(
      ['group', '--jsonl'],
      asLines([{ id: 7, ...article }, { id: '7', ...article }, { id: 'x', ...other }, { title: 'no id' }]),
    );
    expect(result.code).toBe(1);
    expect(jsonLines(result)).toEqual([
      { id: 7, storyId: 7, copyOf: null },
      { id: '7', storyId: 7, copyOf: 7 },
      { id: 'x', storyId: 'x', copyOf: null },
      {
        id: null,
        storyId: null,
        copyOf: null,
        error: { code: 'bad-line', message: 'id: must be a string or a number' },
      },
    ]);
  });
});

describe('watch check', () => {
  const bad = file(
    'bad.yaml',
    `id: Not An Id
title: Bad
template: leadership-strike
evnt: { title: It, summary: It happened., date: "2026-01-01" }
scope: { rules: [{ query: '"it' }] }
sources: []
digest: { time: "25:00", timeZone: Mars/Base, recipients: [nobody] }
`,
  );

  it('tells every mistake at once, each with file, line and column', async () => {
    const { code, stdout } = await runCommand(['watch', 'check', bad]);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/bad\.yaml:\d+:\d+: \S/);
    const at = new Set(lines.map((line) => /bad\.yaml:(\d+):/.exec(line)?.[1]));
    expect([...at].sort()).toEqual(expect.arrayContaining(['1', '4', '5', '7']));
  });

  it('tells them as JSON', async () => {
    const { code, stdout } = await runCommand(['watch', 'check', bad, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([
        { file: bad, line: 4, column: 1, message: expect.stringContaining('evnt') },
      ]),
    });
  });

  it('finds none in the watch this project is for', async () => {
    const result = await runCommand(['watch', 'check', WATCH, '--json']);
    expect(result).toEqual({ code: 0, stdout: '{"ok":true,"problems":[]}\n', stderr: '' });
  });

  it('keeps one mistake a line where another command reads the file', async () => {
    const { code, stderr } = await runCommand(['classify', '--watch', bad, '--jsonl']);
    expect(code).toBe(1);
    expect(stderr.split('\n').filter((line) => /bad\.yaml:\d+:\d+: /.test(line)).length).toBeGreaterThan(3);
  });
});

describe('a command line', () => {
  it.each([
    ['an unknown command', ['fly']],
    ['a missing option', ['classify', '--template', 'leadership-strike']],
  ])('that is wrong (%s) ends with 2 and says why on the standard error alone', async (_what, args) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('explains itself with --help', async () => {
    const { code, stdout, stderr } = await runCommand(['parse-feed', '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: aftermath parse-feed /);
  });

  it('finds nothing running on a data folder of its own, and leaves nothing there', async () => {
    const data = path.join(dir, 'idle');
    mkdirSync(data);
    expect(await runCommand(['status', '--data', data, '--json'])).toEqual({
      code: 1,
      stdout: '{"running":false}\n',
      stderr: '',
    });
    const stop = await runCommand(['stop', '--data', data]);
    expect(stop).toEqual({
      code: 1,
      stdout: '',
      stderr: 'aftermath: Aftermath is not running on this data folder\n',
    });
  });
});
