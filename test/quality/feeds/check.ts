import type { FeedDocument } from '@aftermath/core';

export type Format = 'rss' | 'rdf' | 'atom' | 'json';

/** How an expected value is compared: exactly, as markup (with or without
 * the div around XHTML, which RFC 4287 says is no part of it), as an instant, an address or a person's name. */
export type Kind = 'text' | 'html' | 'xhtml' | 'date' | 'url' | 'person' | 'list';

/** One expected value: a field of the model, and the places of a document that may hold it. */
export interface Check {
  readonly field: string;
  readonly kind: Kind;
  readonly expected: unknown;
  readonly actual: (document: FeedDocument) => readonly unknown[];
}

export function check(
  field: string,
  kind: Kind,
  expected: unknown,
  actual: (document: FeedDocument) => unknown,
): Check {
  return { field, kind, expected, actual: (document) => [actual(document)].flat() };
}
