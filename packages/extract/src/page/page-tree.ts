import { parseHTML } from 'linkedom';

/** The part of the DOM that we use: names only the calls that linkedom and browsers share. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<PageNode> & Iterable<PageNode>;
  readonly parentElement: PageElement | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>;
  readonly firstElementChild: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
  closest(selector: string): PageElement | null;
}

export interface PageTree extends PageElement {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
}

const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT_NODE;
}

/** @param html a whole document, tamed: see `tameMarkup` */
export function parsePage(html: string): PageTree {
  const { document }: { document: unknown } = parseHTML(html);
  return document as PageTree;
}
