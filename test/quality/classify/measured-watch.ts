import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Category, Rule, Watch } from '@aftermath/core';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TEMPLATES = path.join(ROOT, 'packages/config/templates');
const WATCH = path.join(ROOT, 'infra/watches/tren-de-aragua-strike.yaml');

type Loose<T> = { [Key in keyof T]?: T[Key] };

/** The shipped watch with a shipped template, read without the checks of the configuration. */
export function measuredWatch(file = WATCH, name = 'leadership-strike'): Watch {
  const watch = parse(readFileSync(file, 'utf8')) as Loose<Watch>;
  const template = parse(readFileSync(path.join(TEMPLATES, `${name}.yaml`), 'utf8')) as {
    categories: Loose<Category>[];
  };
  const names = (list: readonly Loose<{ name: string; aliases: readonly string[] }>[] = []) =>
    list.map((one) => ({ aliases: [], ...one }));
  return {
    ...(watch as Watch),
    actors: names(watch.actors) as unknown as Watch['actors'],
    places: names(watch.places) as unknown as Watch['places'],
    scope: part(watch.scope) as Watch['scope'],
    categories: template.categories.map((category) => part(category) as Category),
  };
}

function part<T extends { rules: readonly Rule[]; exclude: readonly string[]; threshold: number }>(
  given: Loose<T> = {},
): T {
  const rules = (given.rules ?? []).map((rule) => ({ ...rule, weight: rule.weight ?? 1 }));
  return { threshold: 1, exclude: [], ...given, rules } as unknown as T;
}
