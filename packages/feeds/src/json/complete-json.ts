/**
 * JSON that was cut off, closed after the last object or array that is whole: what follows that is lost, what
 * came before it can be read. Null when nothing in it is whole. One pass.
 */
export function completeJson(text: string): string | null {
  const open: string[] = [];
  let inString = false;
  let end = 0;
  let closers = '';
  for (const { 0: token, index } of text.matchAll(/\\.|["{}[\]]/gs)) {
    if (token === '"') inString = !inString;
    if (inString || token === '"' || token.startsWith('\\')) continue;
    if (token === '{') open.push('}');
    else if (token === '[') open.push(']');
    else {
      if (open.pop() !== token) break;
      // Deep in an item nothing is worth keeping: only ends near the top count, and stay cheap to note.
      if (open.length > 0 && open.length <= 2) {
        end = index + 1;
        closers = [...open].reverse().join('');
      }
    }
  }
  return end === 0 ? null : text.slice(0, end) + closers;
}
