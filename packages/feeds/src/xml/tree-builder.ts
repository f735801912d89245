import { LIMITS } from '../limits.ts';
import { shortBase } from '../model/base-of.ts';
import { resolveUrl } from '../model/resolve-url.ts';
import { excerpt, type Problems } from '../problems.ts';
import type { XmlElement } from './element.ts';
import { lookUp, type NamespaceScope, prefixOf } from './namespaces.ts';

export interface XmlTree {
  readonly tops: readonly XmlElement[];
  /** Tags that the text's end left open, the outermost first. */
  readonly openTags: readonly string[];
}

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & {
  children: (XmlElement | string)[];
  textChars: number;
};

interface Frame {
  readonly tag: string;
  /** Null: dropped for a cap; its text goes to the nearest element kept. */
  readonly element: Open | null;
  readonly scope: NamespaceScope | null;
}

/** An item can't hold an item: a second one starting means that the first one's end is missing. */
const ITEM_NAMES: ReadonlySet<string> = new Set(['item', 'entry']);

/** Elements that hold text only. */
const LEAF_NAMES: ReadonlySet<string> = new Set(
  'title link guid id pubdate lastbuilddate updated published modified issued language'.split(' '),
);
/** Elements that stand beside those and never in them: one of these starting there means a missing end. */
const SIBLING_NAMES: ReadonlySet<string> = new Set([
  ...LEAF_NAMES,
  ...ITEM_NAMES,
  ...'description summary content subtitle category author enclosure image'.split(' '),
]);

/** Builds the tree from open, text and close events, mending what is missing and keeping to the caps. */
export class TreeBuilder {
  readonly #problems: Problems;
  readonly #roots: XmlElement[] = [];
  readonly #stack: Frame[] = [];
  /** How many elements of each tag are open: stray end tags are told at once. */
  readonly #openCount = new Map<string, number>();
  #kept = 0;
  /** Depth beyond the cap: counted, not stored. */
  #deeper = 0;
  #rootUri: string | undefined;
  readonly #documentUrl: string | null;

  /** @param documentUrl what a relative xml:base at the top is relative to */
  constructor(problems: Problems, documentUrl: string | null) {
    this.#problems = problems;
    this.#documentUrl = documentUrl;
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (this.#stack.length >= LIMITS.depthMax) {
      this.#deeper += 1;
      this.#problems.add(
        'xml-too-deep',
        `elements nested more than ${LIMITS.depthMax} deep; their tags were dropped`,
      );
      return;
    }
    const parentFrame = this.#stack.at(-1);
    const scope = scopeOf(attributes, parentFrame?.scope ?? null);
    if (this.#kept >= LIMITS.elementsMax) {
      this.#problems.add(
        'xml-too-many-elements',
        `more than ${LIMITS.elementsMax} elements; the tags of the rest were dropped`,
      );
      this.#push({ tag, element: null, scope });
      return;
    }
    const name = this.#nameOf(tag, scope);
    if (SIBLING_NAMES.has(name)) this.#closeOpenLeaf(name);
    if (ITEM_NAMES.has(name)) this.#closeOpenItem(name);
    this.#kept += 1;
    const parent = this.#keptParent();
    const element: Open = {
      name,
      tag,
      attributes,
      children: [],
      base: resolveBase(attributes.get('xml:base'), parent?.base ?? null, this.#documentUrl),
      lang: attributes.get('xml:lang') ?? parent?.lang ?? null,
      cut: false,
      textChars: 0,
    };
    (parent ? parent.children : this.#roots).push(element);
    this.#push({ tag, element, scope });
  }

  text(text: string): void {
    const parent = this.#keptParent();
    if (!parent || text === '') return;
    const room = LIMITS.textCharsMax - parent.textChars;
    if (text.length > room)
      this.#problems.add('text-too-long', `a text longer than ${LIMITS.textCharsMax} characters was cut`);
    if (room <= 0) return;
    parent.children.push(text.slice(0, room));
    parent.textChars += Math.min(text.length, room);
  }

  close(tag: string): void {
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const isOpen = (this.#openCount.get(tag) ?? 0) > 0;
    if (!isOpen || this.#stack.at(-1)?.tag !== tag) {
      this.#problems.add(
        'xml-mismatched-tag',
        `</${excerpt(tag)}> closes an element that isn't the open one`,
      );
    }
    if (isOpen) this.#cutStack(this.#stack.findLastIndex((frame) => frame.tag === tag));
  }

  /** The top elements, and the tags of those still open. */
  end(): XmlTree {
    for (const { element } of this.#stack) if (element) element.cut = true;
    return { tops: this.#roots, openTags: this.#stack.map(({ tag }) => tag) };
  }

  #keptParent(): Open | undefined {
    return this.#stack.findLast((frame) => frame.element !== null)?.element ?? undefined;
  }

  #closeOpenItem(name: string): void {
    const at = this.#stack.findIndex((frame) => frame.element?.name === name);
    // Deeper than that it is somebody's markup inside a text, not a feed's item.
    if (at < 0 || at > 3 || this.#stack.length - at > 2) return;
    this.#problems.add('xml-mismatched-tag', `<${name}> starts before the last one ended`);
    this.#cutStack(at);
  }

  #closeOpenLeaf(name: string): void {
    const leaf = this.#stack.at(-1)?.element?.name;
    if (leaf === undefined || !LEAF_NAMES.has(leaf)) return;
    this.#problems.add('xml-mismatched-tag', `<${name}> starts before <${leaf}> ended`);
    this.#cutStack(this.#stack.length - 1);
  }

  #push(frame: Frame): void {
    this.#stack.push(frame);
    this.#openCount.set(frame.tag, (this.#openCount.get(frame.tag) ?? 0) + 1);
  }

  #cutStack(length: number): void {
    for (const { tag } of this.#stack.splice(length)) {
      const left = (this.#openCount.get(tag) ?? 1) - 1;
      if (left > 0) this.#openCount.set(tag, left);
      else this.#openCount.delete(tag);
    }
  }

  #nameOf(tag: string, scope: NamespaceScope | null): string {
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    const local = tag.slice(colon + 1).toLowerCase();
    const uri = lookUp(scope, prefix);
    if (this.#stack.length === 0) this.#rootUri = uri;
    if (uri === undefined && prefix !== '' && prefix !== 'xml') {
      this.#problems.add('xml-undeclared-namespace', `the prefix ${excerpt(prefix)}: isn't declared`);
    }
    if (uri === undefined || uri === '') return prefix === '' ? local : `${prefix.toLowerCase()}:${local}`;
    const known = prefixOf(uri);
    // A namespace nobody knows on the root or just below is the feed's own, misspelt.
    const feedsOwn = uri === this.#rootUri || (prefix === '' && this.#stack.length < 3);
    const ours = known ?? (feedsOwn ? '' : prefix.toLowerCase() || 'unknown');
    return ours === '' || (ours === 'atom' && uri === this.#rootUri) ? local : `${ours}:${local}`;
  }
}

function scopeOf(
  attributes: ReadonlyMap<string, string>,
  parent: NamespaceScope | null,
): NamespaceScope | null {
  let own: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    own ??= new Map();
    own.set(name.slice(6), value);
  }
  return own ? { own, parent } : parent;
}

function resolveBase(
  own: string | undefined,
  parent: string | null,
  documentUrl: string | null,
): string | null {
  if (own === undefined || own.trim() === '') return parent;
  const base = resolveUrl(own, parent ?? documentUrl);
  return base === null ? parent : (shortBase(base) ?? parent);
}
