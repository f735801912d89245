/** More alternatives than a person writes: a query can't grow without bound. */
export const ALTERNATIVES_MAX = 400;

/** `arrest{,s,ed}` → arrest, arrests, arrested. Null when a brace is left open or there are too many alternatives. */
export function expandBraces(text: string): string[] | null {
  let expanded = [''];
  let rest = text;
  while (rest !== '') {
    const open = rest.indexOf('{');
    if (open === -1) return rest.includes('}') ? null : expanded.map((word) => word + rest);
    const close = rest.indexOf('}', open);
    const before = rest.slice(0, open);
    const inside = rest.slice(open + 1, close);
    if (close === -1 || before.includes('}') || inside.includes('{')) return null;
    const endings = inside.split(',');
    if (expanded.length * endings.length > ALTERNATIVES_MAX) return null;
    expanded = expanded.flatMap((word) => endings.map((ending) => word + before + ending.trim()));
    rest = rest.slice(close + 1);
  }
  return expanded;
}
