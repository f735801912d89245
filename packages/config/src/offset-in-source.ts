const SPACE = /\s/;

/**
 * Where the character of a scalar's value stands in its source text, quotes, folding and indentation counted.
 * Exact but for escapes that write a character by its number (`\u00e9`): then near it.
 *
 * @param source the scalar as written, from its first character on (`'…'`, `"…"`, `>-\n  …` or plain)
 * @param value what it says
 * @param offset of the character in the value (UTF-16)
 */
export function offsetInSource(source: string, value: string, offset: number): number {
  let at = /^[|>]/.test(source) ? source.indexOf('\n') + 1 : /^['"]/.test(source) ? 1 : 0;
  for (let index = 0; ; index += 1) {
    const character = value[index] ?? '';
    if (index >= offset && !SPACE.test(character))
      return Math.min(nextOf(source, character, at), source.length);
    if (index >= offset) return Math.min(at, source.length);
    if (!SPACE.test(character)) at = nextOf(source, character, at) + 1;
    else while (SPACE.test(source[at] ?? '')) at += 1;
  }
}

/** Where the character comes next: what stands before it is indentation, or writes it (`\"`, `''`). */
function nextOf(source: string, character: string, at: number): number {
  const next = character === '' ? at : source.indexOf(character, at);
  return next === -1 ? at : next;
}
