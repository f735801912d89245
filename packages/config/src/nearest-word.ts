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
    .map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  return best !== undefined && best.edits <= editsMax ? best.candidate : null;
}

/** Nobody mistypes longer words; comparing them would cost their square. */
const WORD_CHARS_MAX = 100;

/** Levenshtein's edit distance, one row at a time. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
