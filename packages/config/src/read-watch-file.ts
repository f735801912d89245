import { readFile, stat } from 'node:fs/promises';
import type { Category, Source, Watch } from '@aftermath/core';
import { meaningMistakes } from './meaning-mistakes.ts';
import { queryMistakes } from './query-mistakes.ts';
import { shapeMistakes } from './shape-mistakes.ts';
import { categoryOf, readTemplate, ruleOf } from './templates.ts';
import { type WatchFile, watchFileSchema } from './watch-schema.ts';
import { readYaml, type WatchFileProblem } from './yaml-document.ts';

/** Ten thousand sources take that much; reading it takes seconds. */
const MEBIBYTES_MAX = 2;
const PROBLEMS_MAX = 200;

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
    if (size > MEBIBYTES_MAX * 1024 * 1024)
      return failed(`is larger than ${MEBIBYTES_MAX} MiB: that is no watch file`);
    return readWatchText(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)), file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return failed('there is no such file');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return failed('is not UTF-8: save it as UTF-8');
    return failed(`cannot be read: ${message}`);
  }
}

/** The same, for text already at hand. */
export function readWatchText(text: string, file: string): WatchFileResult {
  const yaml = readYaml(text, file);
  if (yaml.value === null)
    return failure(yaml.problems.length > 0 ? yaml.problems : [yaml.problemAt([], 'the file: is empty')]);
  const parsed = watchFileSchema.safeParse(yaml.value);
  // Queries are looked at also when something else is wrong: all mistakes at once.
  const problems = [
    ...yaml.problems,
    ...(parsed.success ? meaningMistakes(yaml, parsed.data) : shapeMistakes(yaml, parsed.error)),
    ...queryMistakes(yaml),
  ];
  if (!parsed.success || problems.length > 0) return failure(problems);
  return { ok: true, watch: watchOf(parsed.data) };
}

/** In the order of the file. */
function failure(problems: readonly WatchFileProblem[]): WatchFileResult {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, problems: sorted.slice(0, PROBLEMS_MAX) };
}

function watchOf(file: WatchFile): Watch {
  const { template: _template, withoutCategories: _without, actors, places, scope, sources, ...rest } = file;
  return {
    ...rest,
    actors: actors.map(({ country, ...actor }) => (country === undefined ? actor : { ...actor, country })),
    places: places.map(({ country, ...place }) => (country === undefined ? place : { ...place, country })),
    sources: sources.map(sourceOf),
    scope: { ...scope, rules: scope.rules.map(ruleOf) },
    categories: mergedCategories(file),
  };
}

/** What has selectors is a list, whether it says so or not. */
function sourceOf({ list, kind, ...source }: WatchFile['sources'][number]): Source {
  if (list === undefined) return { ...source, kind: kind ?? 'feed' };
  const { items, ...rest } = list;
  const given = Object.fromEntries(Object.entries(rest).filter(([, selector]) => selector !== undefined));
  return { ...source, kind: 'list', list: { items, ...given } };
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
