import { Tokenizer } from 'htmlparser2';
import { ExtractError } from '../extract-error.ts';
import { CLOSED_BY, HEAD, VOID, WITHOUT_TEXT } from './elements.ts';
import { DEPTH_MAX, NODES_MAX } from './limits.ts';

export interface TamedPage {
  /** One well-nested document of bounded depth and size: its head, then its body. */
  readonly html: string;
  /** The contents of its JSON-LD scripts. */
  readonly jsonLd: readonly string[];
}

/**
 * Markup of any kind to markup that every DOM library can bear. Unclosed and overlapping elements in their
 * thousands make tree builders quadratic and tree walks overflow; this reads tokens only, in linear time, and
 * leaves out what holds no text (scripts, drawings, forms' controls).
 *
 * @throws ExtractError `page-too-large` when it has more nodes than any article
 */
export function tameMarkup(markup: string): TamedPage {
  const tamer = new Tamer(markup);
  const tokenizer = new Tokenizer({ decodeEntities: false }, tamer);
  tokenizer.write(markup);
  tokenizer.end();
  return tamer.page();
}

const JSON_LD = /\btype\s*=\s*["']?application\/ld\+json/i;
const LANGUAGE = /\b(?:xml:)?lang\s*=\s*["']?([\w-]{2,20})/i;

class Tamer {
  private readonly markup: string;
  private readonly head: string[] = [];
  private readonly body: string[] = [];
  private readonly jsonLd: string[] = [];
  private readonly open: string[] = [];
  /** The element whose content is left out, and how often it is open. */
  private skipped = '';
  private skippedDepth = 0;
  private nodes = 0;
  private beyondDepth = 0;
  private htmlTag = '';
  private inTitle = false;
  private inJsonLd = false;
  private tagStart = 0;
  private tagName = '';

  constructor(markup: string) {
    this.markup = markup;
  }

  page(): TamedPage {
    const language = LANGUAGE.exec(this.htmlTag)?.[1];
    const html = language === undefined ? '<html>' : `<html lang="${language}">`;
    const closing = this.open.reverse().map((name) => `</${name}>`);
    const parts = [
      '<!doctype html>',
      html,
      '<head>',
      ...this.head,
      '</head><body>',
      ...this.body,
      ...closing,
    ];
    return { html: `${parts.join('')}</body></html>`, jsonLd: this.jsonLd };
  }

  onopentagname(start: number, end: number): void {
    this.tagStart = start;
    this.tagName = this.markup.slice(start, end).toLowerCase();
  }

  onopentagend(end: number): void {
    this.startTag(this.markup.slice(this.tagStart, end).replace(/\/$/, ''));
  }

  onselfclosingtag(end: number): void {
    this.startTag(this.markup.slice(this.tagStart, end).replace(/\/\s*$/, ''));
    if (WITHOUT_TEXT.has(this.tagName)) this.endTag(this.tagName);
  }

  onclosetag(start: number, end: number): void {
    this.endTag(this.markup.slice(start, end).trim().toLowerCase());
  }

  ontext(start: number, end: number): void {
    const text = this.markup.slice(start, end);
    if (this.inJsonLd) this.jsonLd.push(`${this.jsonLd.pop() ?? ''}${text}`);
    else if (this.skippedDepth > 0) return;
    else if (this.inTitle) this.head.push(text);
    else this.text(text);
  }

  ontextentity(): void {}
  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}

  private startTag(tag: string): void {
    const name = this.tagName;
    if (this.skippedDepth > 0) {
      if (name === this.skipped) this.skippedDepth += 1;
    } else if (HEAD.has(name)) {
      this.head.push(`<${tag}>`);
      this.inTitle = name === 'title';
    } else if (WITHOUT_TEXT.has(name)) {
      this.skip(name, tag);
    } else if (name === 'html') {
      this.htmlTag ||= tag;
    } else if (name !== 'head' && name !== 'body') {
      this.element(name, tag);
    }
  }

  private skip(name: string, tag: string): void {
    if (VOID.has(name)) return;
    this.skipped = name;
    this.skippedDepth = 1;
    this.inJsonLd = name === 'script' && JSON_LD.test(tag);
    if (this.inJsonLd) this.jsonLd.push('');
  }

  private element(name: string, tag: string): void {
    for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
      if (CLOSED_BY.get(last)?.has(name) !== true) break;
      this.close(last);
    }
    if (VOID.has(name)) {
      this.node(`<${tag}>`);
    } else if (this.open.length >= DEPTH_MAX) {
      this.beyondDepth += 1;
    } else {
      this.open.push(name);
      this.node(`<${tag}>`);
    }
  }

  private text(text: string): void {
    // To the tree builder each character reference is a text of its own.
    for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) this.nodes += 1;
    this.node(text);
  }

  private node(markup: string): void {
    this.nodes += 1;
    if (this.nodes > NODES_MAX) {
      throw new ExtractError('page-too-large', `the page has more than ${NODES_MAX} elements and texts`);
    }
    this.body.push(markup);
  }

  private endTag(name: string): void {
    if (this.skippedDepth > 0) {
      if (name === this.skipped) this.skippedDepth -= 1;
      this.inJsonLd &&= this.skippedDepth > 0;
    } else if (name === 'title') {
      if (this.inTitle) this.head.push('</title>');
      this.inTitle = false;
    } else if (this.beyondDepth > 0) {
      this.beyondDepth -= 1;
    } else if (this.open.includes(name)) {
      while (this.open.at(-1) !== name) this.close(this.open.at(-1) ?? name);
      this.close(name);
    }
  }

  private close(name: string): void {
    this.open.pop();
    this.body.push(`</${name}>`);
  }
}
