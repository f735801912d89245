import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

/** Of the process that reads them all, one after the other: half of what the puller gives its parser. */
const HEAP_MIB = 256;
/** What comes out may be as many times larger than what went in, beyond the cap of items times what each may inherit. */
const GROWTH_MAX = 8;
const GROWTH_MIB = 32;
const MIB = 1024 * 1024;

/** Described, not made: the bytes of the largest are written in the other process, and only there. */
interface Recipe {
  readonly name: string;
  readonly before: string;
  readonly unit: string;
  readonly bytes: number;
  readonly after: string;
  /** The problem, or the error's code, that must be told; null: it is read whole. */
  readonly told: string | null;
}

const START = '<rss version="2.0"><channel>';
const END = '</channel></rss>';
const ITEM = '<item><title>t</title><link>https://e.example/1</link></item>';
const LONG = 'b'.repeat(8000);
const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const repeat = (name: string, unit: string, mebibytes: number, told: string | null): Recipe => ({
  name,
  before: START,
  unit,
  bytes: Math.floor((mebibytes * MIB) / unit.length) * unit.length,
  after: END,
  told,
});

const RECIPES: readonly Recipe[] = [
  {
    ...repeat('an attribute of 100 MB', 'x', 100, 'feed-too-large'),
    before: `${START}<a b="`,
    after: `"/>${END}`,
  },
  { ...repeat('an attribute of 31 MB', 'x', 31, null), before: `${START}<a b="`, after: `"/>${END}` },
  {
    ...repeat('a text of 31 MB, two bytes a character', 'x', 31, 'text-too-long'),
    before: `${START}<title>😀`,
  },
  repeat('millions of nested elements', '<a>', 8, 'xml-too-deep'),
  repeat('millions of empty elements', '<a/>', 5, 'xml-too-many-elements'),
  repeat('a million items', '<item><guid>1</guid></item>', 12, 'too-many-items'),
  repeat(
    'millions of attributes',
    `<a${many(60, (i) => ` a${i}="${'x'.repeat(20)}"`)}/>`,
    14,
    'xml-too-many-attributes',
  ),
  { ...repeat('millions of ampersands', '&', 16, 'text-too-long'), before: `${START}<title>` },
  {
    ...repeat('categories that ten thousand items inherit', ITEM, 1, null),
    before: START + many(200, (i) => `<category>${i}${'c'.repeat(2500)}</category>`),
  },
  {
    ...repeat('a long base and short addresses', '<a href=x>', 1, null),
    before: `<rss xml:base="https://e.example/${LONG}/"><channel><item><guid>1</guid><description><![CDATA[`,
    after: `]]></description></item>${END}`,
  },
  {
    ...repeat('a long base that every item repeats', '<item><link>x</link></item>', 2, 'too-many-items'),
    before: `<rss xml:base="https://e.example/${LONG}/"><channel>`,
  },
  {
    ...repeat('entities of entities', '&e9;', 4, 'text-too-long'),
    before: `<!DOCTYPE rss [<!ENTITY e0 "${'x'.repeat(900)}">${many(9, (i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`)}]>${START}<title>`,
  },
  {
    ...repeat('a JSON Feed of a million items', '{"id":1},', 11, 'too-many-items'),
    before: '{"items":[',
    after: '{}]}',
  },
  { ...repeat('a JSON Feed of 31 MB', ' ', 31, 'feed-too-large'), before: '{"items":[', after: ']}' },
];

const CHILD = `
  import { readFileSync } from 'node:fs';
  import { serialize } from 'node:v8';
  import { parseFeed } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'parse-feed.ts')).href)};
  for (const { before, unit, bytes, after } of JSON.parse(readFileSync(0, 'utf8'))) {
    const input = Buffer.concat([Buffer.from(before), Buffer.alloc(bytes, unit), Buffer.from(after)]);
    const result = { bytesIn: input.length, bytesOut: 0, told: [] };
    try {
      // As a thread hands it over.
      const feed = parseFeed(input, { url: 'https://e.example/' });
      result.told = feed.problems.map(({ code }) => code);
      result.bytesOut = serialize(feed).length;
    } catch (error) {
      result.told = [error.code ?? String(error)];
    }
    console.log(JSON.stringify(result));
  }
`;

interface Result {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly told: readonly string[];
}

describe(`within a heap of ${HEAP_MIB} MiB`, () => {
  let results: Result[];

  beforeAll(() => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        '--conditions=source',
        `--max-old-space-size=${HEAP_MIB}`,
        '--input-type=module',
        '--eval',
        CHILD,
      ],
      {
        cwd: path.join(import.meta.dirname, '../../..'),
        input: JSON.stringify(RECIPES),
        encoding: 'utf8',
        maxBuffer: 16 * MIB,
      },
    );
    results = stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Result);
    if (results.length < RECIPES.length)
      throw new Error(`${RECIPES[results.length]?.name} ended the process: ${stderr.slice(0, 2000)}`);
  });

  it.each(RECIPES.map((recipe, index) => [recipe.name, recipe, index] as const))(
    '%s: read or refused, and what comes of it is bounded',
    (_name, { told }, index) => {
      const result = results[index];
      expect(result?.told).toEqual(
        told === null ? expect.not.arrayContaining(['feed-too-large']) : expect.arrayContaining([told]),
      );
      expect(result?.bytesOut).toBeLessThan((result?.bytesIn ?? 0) * GROWTH_MAX + GROWTH_MIB * MIB);
    },
  );
});
