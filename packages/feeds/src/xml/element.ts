/** An element as the tolerant reader leaves it. */
export interface XmlElement {
  /** Lower case, with our own prefix for known namespaces: `title`, `dc:creator`. */
  readonly name: string;
  /** As written. */
  readonly tag: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** xml:base in force, each relative one resolved against its parent's. */
  readonly base: string | null;
  /** xml:lang in force. */
  readonly lang: string | null;
  /** The document ended inside this element: its text may be half a word. */
  readonly cut: boolean;
}

/** Children by name: an item's are looked up by some sixty names, and an element may have very many. */
const indexes = new WeakMap<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();

function indexOf(element: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const known = indexes.get(element);
  if (known) return known;
  const index = new Map<string, XmlElement[]>();
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const named = index.get(child.name);
    if (named) named.push(child);
    else index.set(child.name, [child]);
  }
  indexes.set(element, index);
  return index;
}

/** Child elements of that name, also one that the document's end cut. Only for a finished tree. */
export function childrenOrCut(element: XmlElement, name: string): readonly XmlElement[] {
  return indexOf(element).get(name) ?? [];
}

/** Child elements by name, the first name's first; one that the document's end cut is left out. */
export function childrenNamed(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  const index = indexOf(element);
  const found: XmlElement[] = [];
  for (const name of names) for (const child of index.get(name) ?? []) if (!child.cut) found.push(child);
  return found;
}

export function childNamed(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  const index = indexOf(element);
  for (const name of names) {
    const found = index.get(name)?.find((child) => !child.cut);
    if (found) return found;
  }
  return undefined;
}

/** An attribute by its lower-case name, whatever its case and prefix in the document. */
export function attributeOf(element: XmlElement, name: string): string | null {
  const exact = element.attributes.get(name);
  if (exact !== undefined) return exact;
  for (const [key, value] of element.attributes) {
    const lower = key.toLowerCase();
    if (lower === name || (lower.includes(':') && !lower.startsWith('xml') && lower.endsWith(`:${name}`)))
      return value;
  }
  return null;
}

/** The text inside, markup left out, trimmed; null when there is none. */
export function textOf(element: XmlElement | undefined): string | null {
  return element ? innerText(element).trim() || null : null;
}

/** Depth is bounded by the reader. */
function innerText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : innerText(child);
  return text;
}

/** The texts of all children with any of the names. */
export function textsOf(element: XmlElement, ...names: readonly string[]): string[] {
  return childrenNamed(element, ...names).flatMap((child) => textOf(child) ?? []);
}
