import { type Document, DomHandler } from 'domhandler';
import { Parser } from 'htmlparser2';
import { FeedError } from '../feed-error.ts';

/** A page over one of these is no list that a person reads: pages of news sites have some thousands of elements. */
const CHARS_MAX = 8 * 1024 * 1024;
const ELEMENTS_MAX = 30_000;
const DEPTH_MAX = 500;
const ATTRIBUTES_MAX = 500;

/**
 * A web page as a tree. The caps bound what selectors can cost on it.
 *
 * @throws FeedError `feed-too-large`
 */
export function parsePage(html: string): Document {
  if (html.length > CHARS_MAX) throw tooLarge(`${html.length} characters`, CHARS_MAX);
  const handler = new BoundedHandler();
  new Parser(handler).end(html);
  return handler.root;
}

class BoundedHandler extends DomHandler {
  #elements = 0;
  #attributes = 0;

  onopentagname(): void {
    this.#attributes = 0;
    this.#elements += 1;
    if (this.#elements > ELEMENTS_MAX) throw tooLarge('elements', ELEMENTS_MAX);
    if (this.tagStack.length > DEPTH_MAX) throw tooLarge('levels', DEPTH_MAX);
  }

  onattribute(): void {
    this.#attributes += 1;
    if (this.#attributes > ATTRIBUTES_MAX) throw tooLarge('attributes on one element', ATTRIBUTES_MAX);
  }
}

function tooLarge(what: string, max: number): FeedError {
  return new FeedError('feed-too-large', `${what}; a list page may have ${max}`);
}
