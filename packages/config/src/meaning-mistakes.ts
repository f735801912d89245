import { nearestWord } from './nearest-word.ts';
import { readTemplate, templateNames } from './templates.ts';
import type { WatchFile } from './watch-schema.ts';
import type { Path, WatchFileProblem, YamlDocument } from './yaml-document.ts';

/** What a file of the right shape can't mean: names given twice, a threshold out of reach, an unknown template. */
export function meaningMistakes(yaml: YamlDocument, file: WatchFile): WatchFileProblem[] {
  const { actors, categories, sources, digest, withoutCategories } = file;
  return [
    ...templateMistakes(yaml, file),
    ...doubles(
      yaml,
      (index) => ['actors', index, 'id'],
      actors.map(({ id }) => id),
    ),
    ...doubles(
      yaml,
      (index) => ['categories', index, 'id'],
      categories.map(({ id }) => id),
    ),
    ...doubles(
      yaml,
      (index) => ['sources', index, 'url'],
      sources.map(({ url }) => new URL(url).href),
    ),
    ...doubles(yaml, (index) => ['withoutCategories', index], withoutCategories),
    ...doubles(yaml, (index) => ['digest', 'recipients', index], digest.recipients.map(withoutCase)),
    ...(sources.length === 0 && !file.sample
      ? [yaml.problemAt(['sources'], 'sources: a watch needs at least one')]
      : []),
    ...sources.flatMap((source, index) => listMistakes(yaml, ['sources', index], source)),
    ...outOfReach(yaml, ['scope'], file.scope),
    ...categories.flatMap((category, index) => outOfReach(yaml, ['categories', index], category)),
  ];
}

function templateMistakes(yaml: YamlDocument, file: WatchFile): WatchFileProblem[] {
  const { template, withoutCategories, categories } = file;
  if (template === undefined) {
    const message = 'categories: a watch without a template needs at least one of its own';
    return categories.length === 0 ? [yaml.problemAt(['categories'], message)] : [];
  }
  const names = templateNames();
  if (!names.includes(template)) {
    const meant = nearestWord(template, names);
    const hint = meant === null ? `there are: ${names.join(', ')}` : `did you mean ${meant}?`;
    return [yaml.problemAt(['template'], `template: there is no ${template}; ${hint}`)];
  }
  const ids = readTemplate(template).categories.map(({ id }) => id);
  const own = new Set(categories.map(({ id }) => id));
  const left = new Set([...ids.filter((id) => !withoutCategories.includes(id)), ...own]);
  return [
    ...(left.size === 0
      ? [yaml.problemAt(['withoutCategories'], 'withoutCategories: leaves no category')]
      : []),
    ...withoutCategories.flatMap((id, index) => {
      const path = ['withoutCategories', index];
      if (!ids.includes(id))
        return [
          yaml.problemAt(
            path,
            `withoutCategories: ${template} has no category ${id}; it has ${ids.join(', ')}`,
          ),
        ];
      return own.has(id)
        ? [yaml.problemAt(path, `withoutCategories: ${id} is also under categories: remove one`)]
        : [];
    }),
  ];
}

function doubles(
  yaml: YamlDocument,
  pathOf: (index: number) => Path,
  values: readonly string[],
): WatchFileProblem[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    const path = pathOf(index);
    const name = path.findLast((step) => typeof step === 'string');
    return [yaml.problemAt(path, `${name}: ${value} is there twice`)];
  });
}

function listMistakes(
  yaml: YamlDocument,
  path: Path,
  { kind, list }: WatchFile['sources'][number],
): WatchFileProblem[] {
  if (kind === 'list' && list === undefined)
    return [yaml.problemAt([...path, 'kind'], 'kind: a list needs list: with a selector for its items')];
  if (kind === 'feed' && list !== undefined)
    return [
      yaml.problemAt([...path, 'list'], 'list: a feed is read without selectors: remove one of the two'),
    ];
  return [];
}

interface Weighed {
  readonly threshold: number;
  readonly titleWeight?: number | undefined;
  readonly rules: readonly { readonly weight: number; readonly lang?: string | undefined }[];
}

/** The rules for one language never add to those for another. */
function outOfReach(yaml: YamlDocument, path: Path, part: Weighed): WatchFileProblem[] {
  const { threshold, titleWeight = 1, rules } = part;
  const languages = new Set(rules.map(({ lang }) => lang));
  const sums = [...languages].map((lang) =>
    rules
      .filter((rule) => rule.lang === undefined || rule.lang === lang)
      .reduce((sum, { weight }) => sum + weight, 0),
  );
  const most = Math.max(...sums) * Math.max(1, titleWeight);
  // Weights are decimal fractions: 0.1 + 0.2 is a hair more than 0.3.
  if (most + 1e-9 >= threshold) return [];
  const message = `threshold: ${threshold} can't be reached: the rules that can hold together weigh ${Number(most.toFixed(6))}`;
  return [yaml.problemAt([...path, 'threshold'], message)];
}

function withoutCase(address: string): string {
  return address.toLowerCase();
}
