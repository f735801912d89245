import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Category, Rule } from '@aftermath/core';
import { parse } from 'yaml';
import { z } from 'zod';
import { categorySchema } from './watch-schema.ts';

const folder = fileURLToPath(new URL('../templates', import.meta.url));

const templateSchema = z.strictObject({
  title: z.string(),
  description: z.string(),
  categories: z.array(categorySchema).min(1),
});

export interface Template {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly categories: readonly Category[];
}

/** The templates that ship with Aftermath, by name. */
export function templateNames(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.basename(file, '.yaml'))
    .sort();
}

/** @throws Error naming the templates there are, for a name that is none of them */
export function readTemplate(name: string): Template {
  if (!templateNames().includes(name))
    throw new Error(`there is no template ${JSON.stringify(name)}; there are: ${templateNames().join(', ')}`);
  const content = templateSchema.parse(parse(readFileSync(path.join(folder, `${name}.yaml`), 'utf8')));
  const { title, description, categories } = content;
  return { name, title, description, categories: categories.map(categoryOf) };
}

/** Without keys that are undefined, as core's types want it. */
export function categoryOf(category: z.output<typeof categorySchema>): Category {
  const { titleWeight, keepNegated, rules, ...rest } = category;
  return {
    ...rest,
    rules: rules.map(ruleOf),
    ...(titleWeight === undefined ? {} : { titleWeight }),
    ...(keepNegated === undefined ? {} : { keepNegated }),
  };
}

export function ruleOf({ query, weight, lang }: z.output<typeof categorySchema>['rules'][number]): Rule {
  return lang === undefined ? { query, weight } : { query, weight, lang };
}
