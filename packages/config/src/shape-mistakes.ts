import { z } from 'zod';
import { nearestWord } from './nearest-word.ts';
import { watchFileSchema } from './watch-schema.ts';
import type { Path, WatchFileProblem, YamlDocument } from './yaml-document.ts';

/** A hostile file could have a million wrong keys: nobody reads more than these. */
const KEYS_MAX = 50;
const ISSUES_MAX = 500;

/** What doesn't have the shape of a watch file: keys unknown or missing, values of the wrong kind. */
export function shapeMistakes(yaml: YamlDocument, error: z.ZodError): WatchFileProblem[] {
  const issues = error.issues.slice(0, ISSUES_MAX);
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, KEYS_MAX).map((key) => unknownKey(key, issue.path as Path))
      : [],
  );
  // `titel` is one mistake, not two: `title` isn't told as missing too.
  const misspelt = new Set(unknown.flatMap(({ path, meant }) => (meant ? [nameOf([...path, meant])] : [])));
  const wrong = issues.flatMap((issue) => {
    const path = issue.path as Path;
    const missing = valueAt(yaml.value, path) === undefined;
    if (issue.code === 'unrecognized_keys' || (missing && misspelt.has(nameOf(path)))) return [];
    return [yaml.problemAt(path, `${nameOf(path)}: ${wording(issue, yaml.value)}`)];
  });
  return [...unknown.map(({ path, key, message }) => yaml.problemAtKey(path, key, message)), ...wrong];
}

/** `sources[2].url`; an entry of a list by its place, counted from 1. */
function nameOf(path: Path): string {
  const name = path.map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${step}`)).join('');
  return name === '' ? 'the file' : name.slice(1);
}

function unknownKey(key: string, path: Path) {
  const known = keysAt(path);
  const meant = nearestWord(key, known);
  const hint = meant === null ? `there are: ${known.join(', ')}` : `did you mean ${meant}?`;
  return { path, key, meant, message: `${key}: there is no such key here; ${hint}` };
}

/** The keys that the schema knows at a path. */
function keysAt(path: Path): string[] {
  let schema: unknown = watchFileSchema;
  for (const step of path) {
    const inner = unwrapped(schema);
    schema = inner instanceof z.ZodArray ? inner.element : (inner as z.ZodObject).shape[step as string];
  }
  const object = unwrapped(schema);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? unwrapped(schema.unwrap())
    : schema;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
};

function wording(issue: z.core.$ZodIssue, file: unknown): string {
  const value = valueAt(file, issue.path as Path);
  if (issue.code === 'invalid_value' && value !== undefined)
    return `must be one of ${issue.values.join(', ')}, not ${shown(value)}`;
  if (issue.code !== 'invalid_type') return value === undefined ? 'is missing' : issue.message;
  if (value === undefined) return 'is missing';
  return `must be ${KINDS[issue.expected] ?? issue.expected}, not ${shown(value)}${quoteHint(issue.expected, value)}`;
}

function shown(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  // JSON has no word for .inf and .nan.
  if (typeof value === 'number') return String(value);
  return typeof value === 'object' ? 'keys with values' : JSON.stringify(value).slice(0, 60);
}

/** YAML reads `lang: no` as text, but `title: 24` as a number. */
function quoteHint(expected: string, value: unknown): string {
  return expected === 'string' && ['number', 'boolean'].includes(typeof value) ? ': put it in quotes' : '';
}

/** What stands at a path of plain data; undefined when nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, step)
        ? (part as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}
