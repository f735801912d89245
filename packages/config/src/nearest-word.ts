import { distance } from 'fastest-levenshtein';

/** Nobody mistypes longer words; comparing them would cost their square. */
const WORD_CHARS_MAX = 100;

/**
 * The known word that a mistyped one was most likely meant to be, or null when none is near.
 *
 * @param editsMax letters wrong, missing or too many (Levenshtein); a third of the word unless told
 */
export function nearestWord(
  word: string,
  known: readonly string[],
  editsMax = Math.max(1, Math.ceil(word.length / 3)),
): string | null {
  if (word.length > WORD_CHARS_MAX) return null;
  const [best] = known
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= editsMax ? best.candidate : null;
}
