import { LIMITS } from '../limits.ts';

const TOKENS = /\\.|["{}[\]]/gs;

/** The brackets outside strings, in order. */
function* brackets(text: string): Generator<{ bracket: string; index: number }> {
  let inString = false;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (token === '"') inString = !inString;
    else if (!inString && token.length === 1) yield { bracket: token, index };
  }
}

/** Whether objects and arrays are nested deeper than any feed needs. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length && depth <= LIMITS.depthMax; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '"') inString = !inString;
    else if (!inString && (char === '{' || char === '[')) depth += 1;
    else if (!inString && (char === '}' || char === ']')) depth -= 1;
  }
  return depth > LIMITS.depthMax;
}

/**
 * JSON that was cut off, closed after the last object or array that is whole: what follows that is lost, what
 * came before it can be read. Null when nothing in it is whole. One pass.
 */
export function completeJson(text: string): string | null {
  const open: string[] = [];
  let end = 0;
  let closers = '';
  for (const { bracket, index } of brackets(text)) {
    if (bracket === '{') open.push('}');
    else if (bracket === '[') open.push(']');
    else {
      if (open.pop() !== bracket) break;
      // Deep in an item nothing is worth keeping: only ends near the top count, and stay cheap to note.
      if (open.length > 0 && open.length <= 2) {
        end = index + 1;
        closers = [...open].reverse().join('');
      }
    }
  }
  return end === 0 ? null : text.slice(0, end) + closers;
}
