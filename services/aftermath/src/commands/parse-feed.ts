import { parseFeed } from '@aftermath/feeds';
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
    .argument('[file]', 'an RSS, Atom or JSON feed; - for the standard input')
    .option('--url <url>', 'where the feed is from, for relative links')
    .option('--jsonl', 'read {"id","path","url"?} lines, write one result a line')
    .action(async (file: string | undefined, options: { url?: string; jsonl?: boolean }) => {
      if (options.jsonl) return exit(await mapJsonLines(parseLine, EMPTY));
      if (file === undefined)
        throw new CommandError('parse-feed needs a FILE, - for the standard input, or --jsonl', 2);
      const feed = parseFeed(await readInput(file), {
        url: options.url ?? null,
        now: new Date().toISOString(),
      });
      process.stdout.write(`${JSON.stringify(feed, null, 2)}\n`);
    });
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
