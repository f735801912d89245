/** @jsxRuntime automatic */
import type { EditionDocument } from '@aftermath/core';
import { render } from '@react-email/render';
import { DigestMail } from './digest-mail.tsx';
import { digestText } from './digest-text.ts';
import { digestView } from './digest-view.ts';
import type { DigestSize } from './story-view.ts';

/** Gmail clips a message at 102 KB of HTML and hides the rest behind a link. */
const HTML_BYTES_MAX = 100_000;

/** Tried in turn until the HTML fits. Quotes are whole sentences: the longest one here is a text without full stops. */
const SIZES: readonly DigestSize[] = [
  { storiesPerCategory: 10, quoteChars: 600 },
  { storiesPerCategory: 7, quoteChars: 500 },
  { storiesPerCategory: 5, quoteChars: 400 },
  { storiesPerCategory: 3, quoteChars: 300 },
  { storiesPerCategory: 2, quoteChars: 240 },
  { storiesPerCategory: 1, quoteChars: 160 },
];

export interface RenderedEdition {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly json: string;
}

/**
 * Renders an edition in its three forms. Reads nothing but its argument: the same edition gives the same bytes.
 * A day with very much to tell shows fewer stories of each category, and counts the rest.
 */
export async function renderEdition(document: EditionDocument): Promise<RenderedEdition> {
  const { view, html } = await fitting(document);
  return {
    subject: view.subject,
    html,
    text: digestText(view),
    json: `${JSON.stringify(document, null, 2)}\n`,
  };
}

async function fitting(document: EditionDocument) {
  for (const [index, size] of SIZES.entries()) {
    const view = digestView(document, size);
    const html = `${await render(<DigestMail view={view} />)}\n`;
    if (index === SIZES.length - 1 || new TextEncoder().encode(html).length <= HTML_BYTES_MAX)
      return { view, html };
  }
  throw new Error('there is at least one size');
}
