import { BLOCKS } from '../page/elements.ts';
import { isElement, type PageElement, type PageNode, TEXT_NODE } from '../page/page-tree.ts';
import { normalLine, normalLines } from './normal-text.ts';

/** A paragraph, heading, list item or table row. */
export interface TextBlock {
  readonly text: string;
  /** 1 to 6 for a heading, else 0. */
  readonly heading: number;
  readonly listItem: boolean;
  /** How many characters of the text are links. */
  readonly linkChars: number;
}

/** The text of an element, block by block, in reading order. */
export function readBlocks(root: PageElement): TextBlock[] {
  const reader = new BlockReader();
  reader.children(root);
  reader.flush();
  return reader.blocks;
}

class BlockReader {
  readonly blocks: TextBlock[] = [];
  private text = '';
  private linkText = '';
  private heading = 0;
  private listItem = false;
  private inLink = false;
  private inPre = false;

  children(element: PageElement): void {
    for (const child of element.childNodes) this.node(child);
  }

  flush(): void {
    const text = normalLines(this.text);
    if (text !== '') {
      const linkChars = normalLine(this.linkText).length;
      this.blocks.push({ text, heading: this.heading, listItem: this.listItem, linkChars });
    }
    this.text = '';
    this.linkText = '';
  }

  private node(node: PageNode): void {
    if (node.nodeType === TEXT_NODE) this.write(node.textContent ?? '');
    else if (isElement(node)) this.element(node);
  }

  private write(text: string): void {
    const written = this.inPre ? text : text.replace(/\s+/g, ' ');
    this.text += written;
    if (this.inLink) this.linkText += written;
  }

  private element(element: PageElement): void {
    const name = element.localName;
    if (name === 'br') {
      // Two of them in a row are how old pages write paragraphs.
      if (/\n\s*$/.test(this.text.slice(-40))) this.flush();
      else this.text += '\n';
    } else if (name === 'td' || name === 'th') {
      this.text += ' ';
      this.children(element);
      this.text += ' ';
    } else if (BLOCKS.has(name)) {
      this.block(element, name);
    } else {
      const inLink = this.inLink;
      this.inLink ||= name === 'a';
      this.children(element);
      this.inLink = inLink;
    }
  }

  private block(element: PageElement, name: string): void {
    this.flush();
    const outer = { heading: this.heading, listItem: this.listItem, inPre: this.inPre };
    if (/^h[1-6]$/.test(name)) this.heading = Number(name[1]);
    this.listItem ||= name === 'li';
    this.inPre ||= name === 'pre';
    this.children(element);
    this.flush();
    this.heading = outer.heading;
    this.listItem = outer.listItem;
    this.inPre = outer.inPre;
  }
}
