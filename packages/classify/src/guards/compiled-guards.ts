import { readPhrases } from '../gazetteer/read-gazetteer.ts';
import type { Occurrences } from '../match/phrase-matcher.ts';
import type { QueryCompiler } from '../match/query-compiler.ts';
import type { SentenceHits } from '../match/sentence-hits.ts';
import { EN_GUARDS } from './en.ts';
import { ES_GUARDS } from './es.ts';
import type { Guard } from './guard.ts';
import { PT_GUARDS } from './pt.ts';

/** All guards, in the order they are tried. */
export const GUARDS: readonly Guard[] = [...EN_GUARDS, ...ES_GUARDS, ...PT_GUARDS];

export interface CompiledGuard {
  readonly guard: Guard;
  readonly cues: number;
  readonly except: number | null;
}

/** A guard's cue in a sentence, in words `[start, end)`. */
export interface Cue {
  readonly guard: Guard;
  readonly start: number;
  readonly end: number;
}

export function compileGuards(compiler: QueryCompiler): readonly CompiledGuard[] {
  return GUARDS.map((guard) => ({
    guard,
    cues: compiler.set(`guard ${guard.lang} ${guard.id}`, () => readPhrases(guard.cues)).set,
    except:
      guard.except === undefined
        ? null
        : compiler.set(`guard ${guard.lang} ${guard.id} except`, () => readPhrases(guard.except ?? '')).set,
  }));
}

/** The cues of a language's guards in one sentence. */
export function findCues(
  guards: readonly CompiledGuard[],
  lang: string | null,
  found: SentenceHits,
): readonly Cue[] {
  const cues: Cue[] = [];
  for (const { guard, cues: set, except } of guards) {
    const occurrences = guard.lang === lang ? found.occurrences(set) : undefined;
    if (occurrences === undefined) continue;
    const exceptions = except === null ? undefined : found.occurrences(except);
    for (let index = 0; index < occurrences.length; index += 2) {
      const start = occurrences[index] as number;
      const end = occurrences[index + 1] as number;
      if (!isInside(start, end, exceptions)) cues.push({ guard, start, end });
    }
  }
  return cues;
}

function isInside(start: number, end: number, exceptions: Occurrences | undefined): boolean {
  if (exceptions === undefined) return false;
  for (let index = 0; index < exceptions.length; index += 2)
    if ((exceptions[index] as number) <= start && (exceptions[index + 1] as number) >= end) return true;
  return false;
}
