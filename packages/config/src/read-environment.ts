import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { ENVIRONMENT, type Environment, environmentSchema } from './environment.ts';
import { nearestWord } from './nearest-word.ts';
import { smtpMistakes } from './smtp-url.ts';

export type Values = Readonly<Record<string, string | undefined>>;

export type EnvironmentResult =
  | { readonly ok: true; readonly environment: Environment }
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** As many letters wrong as a slip of the finger makes: Kubernetes sets variables of its own after a service's name. */
const SLIPS_MAX = 2;
/** A secret is a line, not a disk. */
const SECRET_CHARS_MAX = 64 * 1024;

/**
 * Reads the variables of {@link ENVIRONMENT}; all mistakes at once, one a line, each with the variable, its value
 * where it can't be a secret, and what is wanted.
 *
 * @param given what goes before the environment (the command line)
 */
export function readEnvironment(env: Values, given: Values): EnvironmentResult {
  const mistakes: string[] = misspelt(env);
  const values: Record<string, string> = {};
  for (const name of Object.keys(ENVIRONMENT)) {
    const value = given[name] ?? fromFileOr(env, name, mistakes);
    // An empty variable is how compose files say "not set".
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = environmentSchema.safeParse(values);
  mistakes.push(...smtpMistakes(values));
  if (parsed.success && mistakes.length === 0) return { ok: true, environment: parsed.data };
  const wrong = parsed.error?.issues.map((issue) => mistake(issue, values, given)) ?? [];
  return { ok: false, mistakes: [...mistakes, ...wrong] };
}

/** `NAME_FILE` names a file with the value of `NAME`, so that a secret needn't be in the environment. */
function fromFileOr(env: Values, name: string, mistakes: string[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return env[name];
  if (env[name] !== undefined && env[name] !== '') {
    mistakes.push(`${name}: is set, and ${name}_FILE too: remove one`);
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').slice(0, SECRET_CHARS_MAX).trim();
  } catch (error) {
    mistakes.push(`${name}_FILE (${JSON.stringify(file)}): can't be read: ${(error as Error).message}`);
    return undefined;
  }
}

/** Variables that look like ours and are none: silently ignored, they would cost an evening. */
function misspelt(env: Values): string[] {
  const known = Object.keys(ENVIRONMENT).flatMap((name) => [name, `${name}_FILE`]);
  return Object.keys(env)
    .filter((name) => name.startsWith('AFTERMATH_') && !known.includes(name))
    .flatMap((name) => {
      const meant = nearestWord(name, known, SLIPS_MAX);
      return meant === null ? [] : [`${name}: there is no such setting: did you mean ${meant}?`];
    });
}

function mistake(issue: z.core.$ZodIssue, values: Values, given: Values): string {
  const name = String(issue.path[0]);
  const secret = name.endsWith('_URL') || name.endsWith('_PASSWORD');
  // The command line calls AFTERMATH_PORT `--port`.
  const said = given[name] === undefined ? name : name.toLowerCase().replace(/^aftermath_/, '--');
  return `${said}${secret ? '' : ` (${JSON.stringify(values[name])})`}: ${issue.message}`;
}
