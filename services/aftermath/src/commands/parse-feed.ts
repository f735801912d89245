import type { ListSelectors } from '@aftermath/core';
import { parseFeed, parseListPage } from '@aftermath/feeds';
import { selectorMistake } from '@aftermath/feeds/selector';
import type { Command } from 'commander';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';
import { mapJsonLines } from '../map-json-lines.ts';
import { readInput } from '../read-input.ts';

const line = z.object({
  id: z.unknown(),
  path: z.string(),
  url: z.string().nullish(),
  contentType: z.string().nullish(),
});

interface Flags extends Partial<ListSelectors> {
  readonly url?: string;
  readonly lang?: string;
  readonly jsonl?: boolean;
}

const EMPTY = {
  format: null,
  title: null,
  link: null,
  description: null,
  language: null,
  updatedAt: null,
  refreshIntervalMs: null,
  skipHours: [],
  items: [],
  children: [],
  problems: [],
};

export function addParseFeed(program: Command, exit: (code: number) => void): void {
  program
    .command('parse-feed')
    .description('print what a feed file holds, as JSON')
    .argument('[file]', 'an RSS, Atom or JSON feed or a sitemap; - for the standard input')
    .option('--url <url>', 'where the feed is from, for relative links')
    .option('--items <css>', 'read a web page that lists articles: what its items are')
    .option('--title <css>', 'in an item of a web page')
    .option('--link <css>', 'in an item of a web page')
    .option('--date <css>', 'in an item of a web page')
    .option('--summary <css>', 'in an item of a web page')
    .option('--lang <code>', 'the language of a source that does not say its own')
    .option('--jsonl', 'read {"id","path","url"?} lines, write one result a line')
    .action(async (file: string | undefined, { jsonl, url, lang, ...selectors }: Flags) => {
      if (jsonl) return exit(await mapJsonLines(parseLine, EMPTY));
      if (file === undefined)
        throw new CommandError('parse-feed needs a FILE, - for the standard input, or --jsonl', 2);
      const options = { url: url ?? null, language: lang ?? null, now: new Date().toISOString() };
      const list = listOf(selectors);
      const bytes = await readInput(file);
      const feed = list === null ? parseFeed(bytes, options) : parseListPage(bytes, list, options);
      process.stdout.write(`${JSON.stringify(feed, null, 2)}\n`);
    });
}

/** @throws CommandError with the first selector that is none */
function listOf({ items, ...inside }: Partial<ListSelectors>): ListSelectors | null {
  for (const [name, selector] of Object.entries({ items, ...inside })) {
    const mistake = selector === undefined ? null : selectorMistake(selector);
    if (mistake !== null) throw new CommandError(`--${name} ${mistake}`, 2);
  }
  if (items !== undefined) return { items, ...inside };
  if (Object.keys(inside).length > 0)
    throw new CommandError('a web page needs --items, the selector of its items', 2);
  return null;
}

async function parseLine(value: Record<string, unknown>): Promise<unknown> {
  const { id, path, url, contentType } = line.parse(value);
  return {
    id,
    ...parseFeed(await readInput(path), {
      url: url ?? null,
      contentType: contentType ?? null,
      now: new Date().toISOString(),
    }),
  };
}
