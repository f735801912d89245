/** What a document's DOCTYPE says of its entities. */
export interface Doctype {
  /** Entities declared inside the document whose value refers to no other: nothing can multiply. */
  readonly entities: ReadonlyMap<string, string>;
  /** It names an external subset, which is never fetched. */
  readonly external: boolean;
  /** Where in the text the declaration stands: start and end, or the same twice when there is none. */
  readonly start: number;
  readonly end: number;
}

const VALUE_CHARS_MAX = 1000;
const ENTITIES_MAX = 1000;
const DECLARATION_CHARS_MAX = 200_000;
const MISC = /\s+|<\?[^>]{0,2000}\?>|<!--/y;
const ENTITY = /<!ENTITY\s+([\w.-]{1,63})\s+(?:"([^"]*)"|'([^']*)')\s*>/gi;

/** Finds the DOCTYPE before the root element. */
export function readDoctype(text: string): Doctype {
  const start = skipMisc(text);
  if (text.slice(start, start + 9).toUpperCase() !== '<!DOCTYPE') {
    return { entities: new Map(), external: false, start, end: start };
  }
  const head = text.slice(start, start + DECLARATION_CHARS_MAX);
  const open = head.indexOf('[');
  const close = head.indexOf('>');
  if (open < 0 || (close >= 0 && close < open)) {
    return {
      entities: new Map(),
      external: /\b(?:PUBLIC|SYSTEM)\b/i.test(head.slice(0, close)),
      ...span(start, close),
    };
  }
  const end = /\]\s*>/.exec(head.slice(open));
  const subset = head.slice(open, end ? open + end.index : undefined);
  return {
    entities: flatEntities(subset),
    external: /\b(?:PUBLIC|SYSTEM)\b/i.test(head.slice(0, open)) || subset.includes('%'),
    ...span(start, end ? open + end.index + end[0].length - 1 : -1),
  };
}

function span(start: number, close: number): { start: number; end: number } {
  return { start, end: close < 0 ? start : start + close + 1 };
}

function skipMisc(text: string): number {
  let at = 0;
  for (;;) {
    MISC.lastIndex = at;
    const match = MISC.exec(text);
    if (!match) return at;
    if (match[0] !== '<!--') at = MISC.lastIndex;
    else {
      const end = text.indexOf('-->', at + 4);
      if (end < 0) return at;
      at = end + 3;
    }
  }
}

function flatEntities(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of subset.matchAll(ENTITY)) {
    const value = double ?? single ?? '';
    const flat = value.length <= VALUE_CHARS_MAX && !/[&%<]/.test(value);
    if (name && flat && entities.size < ENTITIES_MAX && !entities.has(name)) entities.set(name, value);
  }
  return entities;
}
