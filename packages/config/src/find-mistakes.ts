import { checkQuery } from '@aftermath/classify';
import type { z } from 'zod';
import { nearestWord } from './nearest-word.ts';
import { readTemplate, templateNames } from './templates.ts';
import type { WatchFile } from './watch-schema.ts';
import type { Path, WatchFileProblem, YamlDocument } from './yaml-document.ts';

/** Every mistake of a watch file whose YAML could be read, in the order of the file. */
export function findMistakes(
  yaml: YamlDocument,
  error: z.ZodError | null,
  file: WatchFile | null,
): WatchFileProblem[] {
  const shape = (error?.issues ?? []).flatMap((issue) => shapeMistakes(yaml, issue));
  // Queries are checked also when something else is wrong: all mistakes at once.
  const mistakes = [...shape, ...queryMistakes(yaml), ...(file === null ? [] : meaningMistakes(yaml, file))];
  return mistakes.sort((a, b) => a.line - b.line || a.column - b.column);
}

function shapeMistakes(yaml: YamlDocument, issue: z.core.$ZodIssue): WatchFileProblem[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => yaml.problemAt([...path, key], unknownKey(key, path), 'key'));
  const name = path.at(-1);
  const missing = issue.code === 'invalid_type' && valueAt(yaml.value, path) === undefined;
  if (missing) return [yaml.problemAt(path, `${path.join('.') || 'the file'} is missing`)];
  return [yaml.problemAt(path, typeof name === 'string' ? `${name}: ${issue.message}` : issue.message)];
}

/** Keys that a person may have meant, by the part of the file. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  '': [
    'id',
    'title',
    'sample',
    'template',
    'event',
    'actors',
    'places',
    'scope',
    'withoutCategories',
    'categories',
    'sources',
    'digest',
  ],
  event: ['title', 'summary', 'date', 'countries'],
  actors: ['id', 'name', 'aliases', 'country'],
  places: ['name', 'aliases', 'country'],
  scope: ['threshold', 'rules', 'exclude'],
  rules: ['query', 'weight', 'lang'],
  categories: ['id', 'title', 'description', 'threshold', 'titleWeight', 'rules', 'exclude'],
  sources: ['title', 'url', 'kind', 'country', 'lang', 'reliability', 'verified'],
  digest: ['time', 'timeZone', 'language', 'recipients'],
};

function unknownKey(key: string, path: Path): string {
  const part = path.findLast((step) => typeof step === 'string') ?? '';
  const known = KEYS[part] ?? [];
  const meant = nearestWord(key, known);
  return `there is no key ${key} here${meant === null ? `; there are: ${known.join(', ')}` : `: did you mean ${meant}?`}`;
}

/** Where the file has queries of the category language. */
function* queries(value: unknown): Generator<{ path: Path; query: string }> {
  const parts: Path[] = [['scope']];
  const categories = valueAt(value, ['categories']);
  if (Array.isArray(categories)) parts.push(...categories.map((_, index) => ['categories', index] as const));
  for (const part of parts) {
    for (const [list, key] of [
      ['rules', 'query'],
      ['exclude', null],
    ] as const) {
      const entries = valueAt(value, [...part, list]);
      if (!Array.isArray(entries)) continue;
      for (const index of entries.keys()) {
        const path = key === null ? [...part, list, index] : [...part, list, index, key];
        const query = valueAt(value, path);
        if (typeof query === 'string') yield { path, query };
      }
    }
  }
}

function queryMistakes(yaml: YamlDocument): WatchFileProblem[] {
  const listed = valueAt(yaml.value, ['actors']);
  const actors = Array.isArray(listed) ? listed.map((actor) => String(valueAt(actor, ['id']))) : [];
  return [...queries(yaml.value)].flatMap(({ path, query }) =>
    checkQuery(query, { actors }).map(({ message, offset }) =>
      yaml.problemAt(path, `query: ${message}`, 'value', offset),
    ),
  );
}

function meaningMistakes(yaml: YamlDocument, file: WatchFile): WatchFileProblem[] {
  return [
    ...templateMistakes(yaml, file),
    ...doubles(
      yaml,
      'actors',
      'id',
      file.actors.map(({ id }) => id),
    ),
    ...doubles(
      yaml,
      'categories',
      'id',
      file.categories.map(({ id }) => id),
    ),
    ...doubles(
      yaml,
      'sources',
      'url',
      file.sources.map(({ url }) => url),
    ),
    ...(file.sources.length === 0 && !file.sample
      ? [yaml.problemAt(['sources'], 'sources: a watch needs at least one')]
      : []),
    ...unreachable(yaml, ['scope'], file.scope),
    ...file.categories.flatMap((category, index) => unreachable(yaml, ['categories', index], category)),
  ];
}

function templateMistakes(
  yaml: YamlDocument,
  { template, withoutCategories, categories }: WatchFile,
): WatchFileProblem[] {
  if (template === undefined) {
    const message = 'categories: a watch without a template needs at least one of its own';
    return categories.length === 0 ? [yaml.problemAt(['categories'], message)] : [];
  }
  if (!templateNames().includes(template)) {
    const meant = nearestWord(template, templateNames());
    const message = `template: there is no ${template}${meant === null ? '' : `: did you mean ${meant}?`} There are: ${templateNames().join(', ')}`;
    return [yaml.problemAt(['template'], message)];
  }
  const ids = readTemplate(template).categories.map(({ id }) => id);
  return withoutCategories.flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [
          yaml.problemAt(
            ['withoutCategories', index],
            `the template ${template} has no category ${id}; it has: ${ids.join(', ')}`,
          ),
        ],
  );
}

function doubles(
  yaml: YamlDocument,
  list: string,
  key: string,
  values: readonly string[],
): WatchFileProblem[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) === index
      ? []
      : [yaml.problemAt([list, index, key], `${key}: ${value} is there twice`)],
  );
}

function unreachable(
  yaml: YamlDocument,
  path: Path,
  part: { readonly threshold: number; readonly rules: readonly { readonly weight: number }[] },
): WatchFileProblem[] {
  const most = part.rules.reduce((sum, { weight }) => sum + weight, 0);
  if (most >= part.threshold) return [];
  return [
    yaml.problemAt(
      [...path, 'threshold'],
      `threshold: ${part.threshold} can't be reached: all rules together weigh ${most}`,
    ),
  ];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) => (part as Record<string | number, unknown> | null | undefined)?.[step],
    value,
  );
}
