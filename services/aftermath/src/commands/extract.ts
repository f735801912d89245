import { extractArticle } from '@aftermath/extract';
import type { Command } from 'commander';
import { z } from 'zod';
import { CommandError } from '../command-error.ts';
import { mapJsonLines } from '../map-json-lines.ts';
import { readInput } from '../read-input.ts';

const line = z
  .object({ id: z.unknown(), url: z.string(), html: z.string().optional(), path: z.string().optional() })
  .refine((value) => value.html !== undefined || value.path !== undefined, 'needs "html" or "path"');

const EMPTY = {
  title: null,
  text: '',
  publishedAt: null,
  updatedAt: null,
  authors: [],
  agencies: [],
  siteName: null,
  lang: null,
  canonicalUrl: null,
};

export function addExtract(program: Command, exit: (code: number) => void): void {
  program
    .command('extract')
    .description('print the article of a page, as JSON')
    .argument('[file]', 'an HTML file; - for the standard input')
    .option('--url <url>', "the page's address")
    .option('--jsonl', 'read {"id","url","html"|"path"} lines, write one result a line')
    .action(async (file: string | undefined, options: { url?: string; jsonl?: boolean }) => {
      if (options.jsonl) return exit(await mapJsonLines(extractLine, EMPTY));
      if (file === undefined || options.url === undefined)
        throw new CommandError('extract needs a FILE (- for the standard input) and --url, or --jsonl', 2);
      const article = extractArticle(await readInput(file), { url: options.url });
      process.stdout.write(`${JSON.stringify(article, null, 2)}\n`);
    });
}

async function extractLine(value: Record<string, unknown>): Promise<unknown> {
  const { id, url, html, path } = line.parse(value);
  return { id, ...extractArticle(html ?? (await readInput(path ?? '')), { url }) };
}
