import { readFile, stat } from 'node:fs/promises';
import type { Category, Watch } from '@aftermath/core';
import { findMistakes } from './find-mistakes.ts';
import { categoryOf, readTemplate, ruleOf } from './templates.ts';
import { type WatchFile, watchFileSchema } from './watch-schema.ts';
import { readYaml, type WatchFileProblem } from './yaml-document.ts';

const BYTES_MAX = 4 * 1024 * 1024;

export type WatchFileResult =
  | { readonly ok: true; readonly watch: Watch }
  | { readonly ok: false; readonly problems: readonly WatchFileProblem[] };

/** Reads a watch file. Mistakes come back all at once, each with its place; so does a file that can't be read. */
export async function readWatchFile(file: string): Promise<WatchFileResult> {
  const failed = (message: string): WatchFileResult => ({
    ok: false,
    problems: [{ file, line: 1, column: 1, message }],
  });
  try {
    const { size } = await stat(file);
    if (size > BYTES_MAX)
      return failed(`is larger than ${BYTES_MAX / 1024 / 1024} MiB: that is no watch file`);
    return readWatchText(await readFile(file, 'utf8'), file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' ? 'there is no such file' : `cannot be read: ${message}`);
  }
}

/** The same, for text already at hand. */
export function readWatchText(text: string, file: string): WatchFileResult {
  const yaml = readYaml(text, file);
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const parsed = watchFileSchema.safeParse(yaml.value);
  const problems = findMistakes(yaml, parsed.success ? null : parsed.error, parsed.data ?? null);
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, watch: watchOf(parsed.data) };
}

function watchOf(file: WatchFile): Watch {
  const { template: _template, withoutCategories: _without, actors, places, scope, ...rest } = file;
  return {
    ...rest,
    actors: actors.map(({ country, ...actor }) => (country === undefined ? actor : { ...actor, country })),
    places: places.map(({ country, ...place }) => (country === undefined ? place : { ...place, country })),
    scope: { ...scope, rules: scope.rules.map(ruleOf) },
    categories: mergedCategories(file),
  };
}

/** The template's categories, without those left out, replaced by the watch's own of the same id, then its new ones. */
function mergedCategories({ template, withoutCategories, categories }: WatchFile): Category[] {
  const own = new Map(categories.map((category) => [category.id, categoryOf(category)]));
  const inherited = template === undefined ? [] : readTemplate(template).categories;
  const merged = inherited
    .filter(({ id }) => !withoutCategories.includes(id))
    .map((category) => {
      const replacement = own.get(category.id);
      own.delete(category.id);
      return replacement ?? category;
    });
  return [...merged, ...own.values()];
}
