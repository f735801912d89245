import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ArticleInput } from '@aftermath/core';
import type { DatedArticle } from '@aftermath/replay';
import { archivedArticle, articleOf } from './archived-article.ts';
import { CommandError } from './command-error.ts';
import { oneLine } from './one-line.ts';

const NEWLINE = 10;

export interface Archive {
  /** Articles in order of publication; those of one moment in the order of the file. */
  readonly articles: AsyncIterable<DatedArticle>;
  /** Lines without a date that can be read: they have no place on the clock. */
  readonly undated: number;
}

interface Entry {
  readonly at: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Opens a JSON Lines archive of any size and order. One pass notes where each line is and when it was
 * published (some 100 bytes a line); the articles are then read one by one, in order of time.
 *
 * @throws when a line is not an article: an archive that can't be read whole would give false silence
 */
export async function openArchive(file: string): Promise<Archive> {
  const entries: Entry[] = [];
  let undated = 0;
  for await (const { line, number, start, length } of lines(file)) {
    if (line.trim() === '') continue;
    const at = Date.parse(articleOf(parse(line, file, number)).publishedAt ?? '');
    if (Number.isNaN(at)) undated += 1;
    else entries.push({ at, start, length });
  }
  entries.sort((a, b) => a.at - b.at || a.start - b.start);
  return { articles: inOrder(file, entries), undated };
}

/**
 * The articles of a JSON Lines archive in the order of the file, dated or not, one at a time.
 *
 * @throws when a line is not an article
 */
export async function* readArchive(
  file: string,
): AsyncGenerator<ArticleInput & { readonly id: string | number }> {
  for await (const { line, number } of lines(file)) {
    if (line.trim() === '') continue;
    const article = parse(line, file, number);
    yield { ...articleOf(article), id: article.id };
  }
}

async function* inOrder(file: string, entries: readonly Entry[]): AsyncGenerator<DatedArticle> {
  const handle = await open(file);
  try {
    for (const { at, start, length } of entries) {
      const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: start });
      const line = archivedArticle.parse(JSON.parse(buffer.toString('utf8')));
      yield { ...articleOf(line), id: line.id, publishedAt: new Date(at).toISOString() };
    }
  } finally {
    await handle.close();
  }
}

function parse(line: string, file: string, number: number) {
  try {
    return archivedArticle.parse(JSON.parse(line));
  } catch (error) {
    throw new CommandError(`${file}:${number}: not an article: ${oneLine(error)}`);
  }
}

/** The lines of a file with their places in bytes. */
async function* lines(file: string) {
  let pending: Buffer = Buffer.alloc(0);
  let start = 0;
  let number = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) {
    pending = pending.length === 0 ? (chunk as Buffer) : Buffer.concat([pending, chunk as Buffer]);
    let from = 0;
    for (let end = pending.indexOf(NEWLINE); end !== -1; end = pending.indexOf(NEWLINE, from)) {
      number += 1;
      yield { line: pending.toString('utf8', from, end), number, start: start + from, length: end - from };
      from = end + 1;
    }
    start += from;
    pending = pending.subarray(from);
  }
  if (pending.length > 0)
    yield { line: pending.toString('utf8'), number: number + 1, start, length: pending.length };
}
