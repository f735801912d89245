import { checkQuery } from '@aftermath/classify/query';
import { valueAt } from './shape-mistakes.ts';
import type { Path, WatchFileProblem, YamlDocument } from './yaml-document.ts';

/** What is wrong in the queries of the file, whatever else is wrong with it. */
export function queryMistakes(yaml: YamlDocument): WatchFileProblem[] {
  const actors = entries(yaml.value, ['actors']).map((path) => String(valueAt(yaml.value, [...path, 'id'])));
  return queryPaths(yaml.value).flatMap((path) => {
    const query = valueAt(yaml.value, path);
    if (typeof query !== 'string' || query.trim() === '') return [];
    return checkQuery(query, { actors }).map(({ message, offset }) =>
      yaml.problemInText(path, offset, `query: ${message}`),
    );
  });
}

/** Where the file has queries: rules and exclude of the scope and of each category. */
function queryPaths(file: unknown): Path[] {
  const parts: Path[] = [['scope'], ...entries(file, ['categories'])];
  return parts.flatMap((part) => [
    ...entries(file, [...part, 'rules']).map((rule) => [...rule, 'query']),
    ...entries(file, [...part, 'exclude']),
  ]);
}

function entries(file: unknown, list: Path): Path[] {
  const value = valueAt(file, list);
  return Array.isArray(value) ? value.map((_, index) => [...list, index]) : [];
}
