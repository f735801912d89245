import { createReadStream } from 'node:fs';
import type { Watch } from '@aftermath/core';
import type { Happening } from '@aftermath/replay';
import { z } from 'zod';
import { isDate } from './calendar-date.ts';
import { CommandError } from './command-error.ts';
import { readJsonLines } from './json-lines.ts';
import { oneLine } from './one-line.ts';

/** Each signal is held against every happening of its category near it in time. */
const HAPPENINGS_MAX = 10_000;
const MISTAKES_SHOWN = 20;

const names = z.array(z.string().trim().min(1)).min(1, 'must not be empty: leave it out').max(50);

/** One line of a truth file (docs/analysts/back-testing.md). */
const happeningSchema = z.strictObject({
  id: z.union([z.string().min(1), z.number()], 'must be a string or a number').transform(String),
  category: z.string(),
  date: z.string().refine(isDate, 'must be a date that exists: YYYY-MM-DD'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capitals, such as CO')
    .exactOptional(),
  terms: names.exactOptional(),
  actors: names.exactOptional(),
});

/**
 * Reads a file of known happenings, one JSON object a line.
 *
 * @throws CommandError with every mistake and its line: a truth that can't be read whole would judge wrongly
 */
export async function readTruth(file: string, watch: Watch): Promise<readonly Happening[]> {
  const happenings = new Map<string, Happening>();
  const mistakes: string[] = [];
  let more = 0;
  const categories = new Set(watch.categories.map(({ id }) => id));
  const actors = new Set(watch.actors.map(({ id }) => id));

  for await (const read of readJsonLines(createReadStream(file))) {
    const tell = (message: string) => {
      if (mistakes.length < MISTAKES_SHOWN) mistakes.push(`${file}:${read.line}: ${message}`);
      else more += 1;
    };
    if ('problem' in read) {
      tell(read.problem);
      continue;
    }
    const parsed = happeningSchema.safeParse(read.value);
    if (!parsed.success) {
      tell(oneLine(parsed.error));
      continue;
    }
    const happening = parsed.data;
    if (!categories.has(happening.category))
      tell(
        `category: the watch ${watch.id} has no ${happening.category}; it has ${[...categories].join(', ')}`,
      );
    for (const actor of happening.actors ?? [])
      if (!actors.has(actor)) tell(`actors: the watch ${watch.id} has no ${actor}; it has ${list(actors)}`);
    if (happenings.has(happening.id)) tell(`id: ${happening.id} is there twice`);
    happenings.set(happening.id, happening);
    if (happenings.size > HAPPENINGS_MAX)
      throw new CommandError(`${file} has more than ${HAPPENINGS_MAX} happenings: split it by period`);
  }
  if (more > 0) mistakes.push(`and ${more} more`);
  if (mistakes.length > 0) throw new CommandError(`${file} has mistakes:\n${mistakes.join('\n')}`);
  if (happenings.size === 0) throw new CommandError(`${file} has no happening: write one a line`);
  return [...happenings.values()];
}

function list(ids: ReadonlySet<string>): string {
  return ids.size === 0 ? 'none' : [...ids].join(', ');
}
