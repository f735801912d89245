import { readTemplate, readWatchFile, templateNames, type WatchFileProblem } from '@aftermath/config';
import type { Watch } from '@aftermath/core';
import { CommandError } from './command-error.ts';

/** A watch from its file. @throws CommandError with every mistake and its place, one a line */
export async function loadWatch(file: string): Promise<Watch> {
  const result = await readWatchFile(file);
  if (result.ok) return result.watch;
  throw new CommandError(`${file} has mistakes:\n${describeProblems(result.problems)}`);
}

/** One problem a line, in the form editors can jump to. */
export function describeProblems(problems: readonly WatchFileProblem[]): string {
  return problems
    .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
    .join('\n');
}

/** The categories of a template, with nothing around them. @throws CommandError for an unknown name */
export function loadTemplateWatch(name: string): Watch {
  const names = templateNames();
  if (!names.includes(name))
    throw new CommandError(`there is no template ${JSON.stringify(name)}; there are: ${names.join(', ')}`, 2);
  const template = readTemplate(name);
  return {
    id: name,
    title: name,
    sample: false,
    event: { title: name, summary: '', date: '1970-01-01', countries: [] },
    actors: [],
    places: [],
    scope: { threshold: 1, rules: [], exclude: [] },
    categories: template.categories,
    sources: [],
    digest: { time: '07:00', timeZone: 'UTC', language: 'en', recipients: [] },
  };
}
